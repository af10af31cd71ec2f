/// Proof that contenders do the same work: what their outputs say, as a digest. No timing is
/// believed before the digests are equal.
@org.jspecify.annotations.NullMarked
package sluice.bench.gate;
