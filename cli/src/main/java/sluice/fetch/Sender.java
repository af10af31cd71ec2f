package sluice.fetch;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Asks until there is an answer worth reading: waits where the rate limit says so, tries again
/// where Figma or the network fails, and turns every other answer into a problem.
///
/// Speaks HTTP/1.1, where a reader that is slow slows the sender down; with HTTP/2 the client would
/// take in megabytes ahead. Follows no redirect, because the token would go along.
final class Sender implements AutoCloseable {
  private static final String AGENT = "sluice";

  private final ApiAddress address;
  private final AccessToken token;
  private final FetchSettings settings;
  private final FetchTeller teller;
  private final HttpClient client;

  Sender(ApiAddress address, AccessToken token, FetchSettings settings, FetchTeller teller) {
    this.address = address;
    this.token = token;
    this.settings = settings;
    this.teller = teller;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTime())
            .build();
  }

  /// The tries of a thing that has not been asked for yet.
  Tries tries() {
    return new Tries(settings, teller, address.toString());
  }

  /// Where a part of an answer begins that is asked for again.
  ///
  /// @param offset first byte wanted, of what goes over the network
  /// @param validator tells the server which state of the file the bytes before it are of
  record Rest(long offset, String validator) {}

  /// Asks for something.
  ///
  /// @param rest what is wanted of it, or null for all
  /// @return an answer with status 200; with a rest also 206 or 416
  /// @throws TooLargeException when it is divisible and does not come in one piece
  HttpResponse<AnswerBody> open(Call call, @Nullable Rest rest, Tries tries)
      throws InterruptedException, TooLargeException {
    Duration waited = Duration.ZERO;
    for (; ; ) {
      teller.asking();
      HttpResponse<AnswerBody> answer = sent(call, rest, tries);
      if (answer == null) {
        continue;
      }
      int status = answer.statusCode();
      if (status == 200 || (rest != null && (status == 206 || status == 416))) {
        teller.answering(answer.headers().firstValueAsLong("Content-Length").orElse(-1));
        return answer;
      }
      ErrorAnswer error = ErrorAnswer.read(answer, token);
      if (status == 429) {
        waited = waited.plus(wait(call, answer, waited, tries));
      } else if (status >= 500 || status == 408) {
        serverFailed(call, status, error, tries);
      } else {
        throw refused(call, status, error);
      }
    }
  }

  private @Nullable HttpResponse<AnswerBody> sent(Call call, @Nullable Rest rest, Tries tries)
      throws InterruptedException, TooLargeException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.uri())
            .timeout(settings.answerTime())
            .header(token.headerName(), token.headerValue())
            .header("Accept", "application/json")
            .header("Accept-Encoding", "gzip")
            .header("User-Agent", AGENT);
    if (rest != null) {
      request.header("Range", "bytes=" + rest.offset() + "-");
      request.header("If-Range", rest.validator());
    }
    try {
      return client.send(request.build(), _ -> new AnswerBody(settings.stallTime()));
    } catch (HttpTimeoutException e) {
      String why = "no answer in %,d s".formatted(settings.answerTime().toSeconds());
      if (call.divisible() && !(e instanceof HttpConnectTimeoutException)) {
        throw new TooLargeException(FetchProblems.tooLarge(call, why));
      }
      tries.failed(ProblemCode.REMOTE_UNAVAILABLE, why);
    } catch (IOException e) {
      tries.failed(ProblemCode.REMOTE_UNAVAILABLE, token.hide("no connection: " + reason(e)));
    }
    return null;
  }

  /// What the client says, in words where it has none.
  static String reason(IOException failed) {
    if (failed.getMessage() != null) {
      return failed.getMessage();
    }
    Throwable cause = failed.getCause();
    while (cause != null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return switch (cause) {
      case UnresolvedAddressException _ -> "the name of the host is not known";
      case null -> "nobody answers there (" + failed.getClass().getSimpleName() + ")";
      default -> "nobody answers there (" + cause.getClass().getSimpleName() + ")";
    };
  }

  /// Waits as the rate limit says, or as after a failure when it does not say.
  private Duration wait(Call call, HttpResponse<AnswerBody> answer, Duration waited, Tries tries)
      throws InterruptedException {
    Duration asked = RetryAfter.of(answer.headers(), Instant.now()).orElse(null);
    if (asked == null) {
      tries.failed(ProblemCode.RATE_LIMITED, "Figma answered 429, without a time");
      return Duration.ZERO;
    }
    Duration wait = asked.compareTo(settings.firstPause()) < 0 ? settings.firstPause() : asked;
    if (waited.plus(wait).compareTo(settings.waitMax()) > 0) {
      throw FetchProblems.rateLimited(call, wait, settings.waitMax(), answer.headers());
    }
    teller.pause(wait, "Figma's rate limit is used up");
    return wait;
  }

  private void serverFailed(Call call, int status, ErrorAnswer error, Tries tries)
      throws InterruptedException, TooLargeException {
    String why = "Figma answered " + status + (error.text().isEmpty() ? "" : ": " + error.text());
    boolean tooLarge = status == 504 || error.saysTooLarge() || (status == 500 && tries.isLast());
    if (call.divisible() && tooLarge) {
      throw new TooLargeException(FetchProblems.tooLarge(call, why));
    }
    tries.failed(ProblemCode.REMOTE_UNAVAILABLE, why);
  }

  private static SluiceException refused(Call call, int status, ErrorAnswer error)
      throws TooLargeException {
    if (status == 413 || (status == 400 && error.saysTooLarge())) {
      String why = "Figma answered " + status + ": " + error.text();
      if (call.divisible()) {
        throw new TooLargeException(FetchProblems.tooLarge(call, why));
      }
      return new SluiceException(FetchProblems.tooLarge(call, why));
    }
    return new SluiceException(FetchProblems.refused(call, status, error));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
