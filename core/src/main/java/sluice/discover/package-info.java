/// From a stream of nodes to those that carry applied tokens, and which combination each carries.
@org.jspecify.annotations.NullMarked
package sluice.discover;
