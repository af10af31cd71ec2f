package sluice.cli.command;

import java.nio.file.Path;
import sluice.ApplyRequest;
import sluice.Sluice;
import sluice.TokenChoice;
import sluice.document.Scope;
import sluice.token.Dialect;

/// A run that writes no document, for commands that only look.
final class DryRun {
  private DryRun() {}

  static ApplyRequest of(InputDocument document, TokenChoice choice, Scope scope) {
    ApplyRequest request =
        Sluice.apply(document.file())
            .documentName(document.name())
            .tokens(choice.paths().toArray(Path[]::new))
            .theme(choice.themes().toArray(String[]::new))
            .sets(choice.sets().toArray(String[]::new))
            .baseFontSize(choice.baseFontSize())
            .scope(scope)
            .dryRun()
            .trimHeap(true);
    Dialect dialect = choice.dialect();
    return dialect == null ? request : request.dialect(dialect);
  }
}
