/// The server as the network sees it: who may come in (`Guard`, `Pairing`), plugins (`LiveSocket`,
/// `Connection`, `Desk`), and the page for people (`Pages`, `LiveState`).
@NullMarked
package sluice.server.web;

import org.jspecify.annotations.NullMarked;
