/// Bytes to JSON events and byte spans, small JSON texts as trees. Has never heard of a design.
@org.jspecify.annotations.NullMarked
package sluice.json;
