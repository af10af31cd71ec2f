package sluice.fetch;

import java.net.URI;

/// One thing to ask for.
///
/// @param uri where; never has the token in it
/// @param name what the person calls it, for messages
/// @param divisible whether smaller parts can be asked for instead, when it is too large
record Call(URI uri, String name, boolean divisible) {}
