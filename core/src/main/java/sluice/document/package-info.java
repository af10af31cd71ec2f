/// The nouns of documents that every stage shares, whatever the format.
@org.jspecify.annotations.NullMarked
package sluice.document;
