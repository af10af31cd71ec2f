package sluice.fetch;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// What is said when a file cannot be fetched.
final class FetchProblems {
  private FetchProblems() {}

  /// The problem of an answer that says no, by its status.
  static Problem refused(Call call, int status, ErrorAnswer error) {
    String said = error.text().isEmpty() ? "" : ": " + error.text();
    String why = "Figma answered " + status + said;
    Problem problem =
        switch (status) {
          case 401, 403 ->
              Problem.of(ProblemCode.ACCESS_REFUSED, "Figma does not let the token read the file")
                  .advising(
                      "see that the token is right and has not expired, that it has the scope"
                          + " file_content:read, and that its owner can open the file");
          case 404 ->
              Problem.of(ProblemCode.REMOTE_MISSING, "there is no such file")
                  .advising(
                      "see that the key is right, and that the token's owner can open the file; for"
                          + " a branch, give its own key or the address of the branch");
          case 413 -> tooLarge();
          default ->
              status / 100 == 3
                  ? Problem.of(ProblemCode.REQUEST_REFUSED, "Figma sends the request elsewhere")
                      .advising(
                          "the token is not sent there; see that no proxy is in between, and what "
                              + ApiAddress.VARIABLE
                              + " says")
                  : Problem.of(ProblemCode.REQUEST_REFUSED, "Figma does not take the request")
                      .advising("see that the key is that of a design file");
        };
    return problem.at(new Location.InWhole(call.name())).because(why);
  }

  /// The problem of a file, or a part of one that has no smaller parts, that does not fit into an
  /// answer.
  static Problem tooLarge(Call call, String why) {
    return tooLarge().at(new Location.InWhole(call.name())).because(why);
  }

  private static Problem tooLarge() {
    return Problem.of(ProblemCode.REMOTE_TOO_LARGE, "Figma does not send so much at once")
        .advising("split the page or frame in Figma, or try again when Figma is less busy");
  }

  /// The problem of a rate limit that asks for more patience than is allowed.
  ///
  /// @param wait what is asked for
  static SluiceException rateLimited(Call call, Duration wait, Duration max, HttpHeaders headers) {
    StringBuilder why = new StringBuilder("Figma asks to wait ").append(time(wait));
    why.append(", and at most ").append(time(max)).append(" is allowed");
    appendHeader(why, headers, "X-Figma-Plan-Tier", "plan of the file");
    appendHeader(why, headers, "X-Figma-Rate-Limit-Type", "limit of the seat");
    String upgrade = headers.firstValue("X-Figma-Upgrade-Link").orElse("");
    return new SluiceException(
        Problem.of(ProblemCode.RATE_LIMITED, "Figma's rate limit is used up")
            .at(new Location.InWhole(call.name()))
            .because(why.toString())
            .advising(
                "run again later, allow more with --max-wait SECONDS, or use the token of a Dev or"
                    + " Full seat"
                    + (upgrade.isEmpty() ? "" : "; Figma says more at " + upgrade)));
  }

  private static void appendHeader(
      StringBuilder text, HttpHeaders headers, String name, String meaning) {
    headers
        .firstValue(name)
        .ifPresent(value -> text.append("; ").append(meaning).append(": ").append(value));
  }

  /// `95 s`, `12 min`, `31 h`, `4 days`.
  static String time(Duration time) {
    long seconds = Math.max(1, time.plusMillis(999).toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    }
    if (seconds < 7_200) {
      return Math.ceilDiv(seconds, 60) + " min";
    }
    return seconds < 172_800
        ? Math.ceilDiv(seconds, 3_600) + " h"
        : Math.ceilDiv(seconds, 86_400) + " days";
  }

  /// The problem of something that failed as often as it may.
  static SluiceException gaveUp(ProblemCode code, String server, int tries, String why) {
    Problem problem =
        switch (code) {
          case ANSWER_MALFORMED ->
              Problem.of(code, "what Figma sends is damaged")
                  .advising("run again; see that no proxy changes what is sent");
          case RATE_LIMITED ->
              Problem.of(code, "Figma's rate limit is used up").advising("run again later");
          default ->
              Problem.of(code, "Figma cannot be reached, or does not answer as it should")
                  .advising("see that the network and status.figma.com are well, and run again");
        };
    return new SluiceException(
        problem
            .at(new Location.InWhole(server))
            .because(String.format(Locale.ROOT, "%s; tried %,d times", why, tries)));
  }

  /// The problem of an answer that is something else than what was asked for.
  static SluiceException malformed(Call call, String why, @Nullable Throwable cause) {
    return new SluiceException(
        Problem.of(ProblemCode.ANSWER_MALFORMED, "the answer is no Figma file")
            .at(new Location.InWhole(call.name()))
            .because(why)
            .advising("see that no proxy or sign-in page is in between"),
        cause);
  }

  /// The problem of a file that somebody works on while its pages are read one after the other.
  static SluiceException changing(Call call, int tries) {
    return new SluiceException(
        Problem.of(ProblemCode.REMOTE_CHANGING, "the file changes while it is fetched")
            .at(new Location.InWhole(call.name()))
            .because(
                String.format(
                    Locale.ROOT,
                    "its version was another one before its last page had come, %,d times",
                    tries))
            .advising("run again when nobody works on it, or fetch a branch"));
  }

  /// The problem of a file with more of something than is noted.
  static SluiceException limit(Call call, String what, long max) {
    return new SluiceException(
        Problem.of(ProblemCode.LIMIT_EXCEEDED, "the file has too many " + what)
            .at(new Location.InWhole(call.name()))
            .because(String.format(Locale.ROOT, "at most %,d are taken", max))
            .advising("fetch some of its pages or nodes, with --page or --node"));
  }
}
