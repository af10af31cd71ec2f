package sluice.fetch;

import java.nio.file.Path;
import sluice.problem.ProblemCode;

/// What fetching a file says when Figma, or what answers in its place, goes wrong in each of the
/// ways it can.
public final class RemoteProblems {
  private static final int ALWAYS = Integer.MAX_VALUE;

  private RemoteProblems() {}

  /// Fetches a file so that it fails with a code, over a real connection.
  ///
  /// @return the problem as it is shown
  public static String said(ProblemCode code, Path folder) {
    try (FakeFigma figma = new FakeFigma(FakeDocuments.of(2))) {
      switch (code) {
        case ACCESS_REFUSED -> answers(figma, FakeAnswer.error(403, "Invalid token"));
        case REMOTE_MISSING -> answers(figma, FakeAnswer.error(404, "Not found"));
        case REQUEST_REFUSED -> answers(figma, FakeAnswer.error(400, "File type not supported"));
        case REMOTE_TOO_LARGE -> figma.largestAnswer(10);
        case RATE_LIMITED -> figma.limitRate(100);
        case REMOTE_UNAVAILABLE -> leave(figma);
        case REMOTE_CHANGING -> changesBetweenPages(figma);
        case ANSWER_MALFORMED -> answers(figma, FakeAnswer.of(200, "<html>sign in</html>"));
        default -> throw new IllegalArgumentException(code.text());
      }
      return new FetchRun(figma, folder).fails(code).render();
    }
  }

  /// Nobody listens there any more.
  private static void leave(FakeFigma figma) {
    figma.close();
  }

  private static void answers(FakeFigma figma, FakeAnswer answer) {
    figma.fault(ALWAYS, FakeRequest::isWholeFile, answer);
  }

  private static void changesBetweenPages(FakeFigma figma) {
    figma.largestAnswer(figma.file().bytes().length - 1);
    figma.fault(
        ALWAYS,
        FakeRequest::isNodes,
        answer -> {
          figma.change(file -> file.version(file.version() + "1"));
          return answer;
        });
  }
}
