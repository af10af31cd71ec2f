/// What a document format must be able to do, and which format a file has.
@org.jspecify.annotations.NullMarked
package sluice.format;
