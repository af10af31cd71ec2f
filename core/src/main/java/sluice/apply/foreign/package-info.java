/// Values of one dialect where another one is understood: a DTCG or Penpot library on a Figma
/// document, a DTCG or Tokens Studio library on a Penpot archive.
///
/// What writes properties understands one form of values: Figma's that of Tokens Studio, Penpot's
/// that of Penpot. Here a token of another dialect is first read into what it means
/// ([sluice.apply.foreign.Meaning]), by its type, and then written in the form wanted. What cannot
/// be said there is reported and never guessed. Once for each token, never for a node. Start
/// reading at [sluice.apply.foreign.ForeignTokens].
@org.jspecify.annotations.NullMarked
package sluice.apply.foreign;
