/// DTCG 2025.10 sources as they were read: a tree of groups and tokens that knows where everything
/// stands, and what a resolver document says about the order and the choice of sources.
///
/// Start reading at `DtcgLibrary`. Nothing here follows a reference or knows a value's type.
@org.jspecify.annotations.NullMarked
package sluice.token.dtcg;
