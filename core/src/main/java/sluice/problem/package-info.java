/// What can go wrong, said so that a person can act on it: what, where, why and what to do.
@org.jspecify.annotations.NullMarked
package sluice.problem;
