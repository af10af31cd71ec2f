package sluice;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import sluice.format.DocumentInput;
import sluice.format.ReadAhead;
import sluice.pipeline.CancelToken;
import sluice.pipeline.LookUps;

/// What a run hands to its format.
///
/// @param input the document
/// @param spillFolder where temporary files go
/// @param fontLookUps answers about fonts that come from elsewhere, or null
/// @param tokensRead is told once the tokens are resolved how many bytes of the document that took
/// @param ahead is told how far a reading is that changes nothing
record RunContext(
    ApplyRequest request,
    DocumentInput input,
    Path spillFolder,
    CancelToken cancel,
    @Nullable LookUps<String, Set<String>> fontLookUps,
    LongConsumer tokensRead,
    ReadAhead ahead) {}
