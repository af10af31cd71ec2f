package sluice.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import sluice.problem.ProblemCode;

/// The bytes of an answer as they go over the network, which go on where they broke off: the rest
/// is asked for (RFC 9110 section 14.2) when the server says that it can do that and names the
/// state of the file, so that the halves of two states never meet.
///
/// Ends with [StartOverException] where that is not so.
final class ResumingBody extends InputStream {
  private final Sender sender;
  private final Call call;
  private final Tries tries;
  private final FetchTeller teller;
  private final @Nullable String validator;
  private final String encoding;
  private AnswerBody body;
  private long offset;
  private long offsetOfTry;

  ResumingBody(
      Sender sender, Call call, HttpResponse<AnswerBody> answer, Tries tries, FetchTeller teller) {
    this.sender = sender;
    this.call = call;
    this.tries = tries;
    this.teller = teller;
    this.validator = validator(answer.headers());
    this.encoding = encoding(answer.headers());
    this.body = answer.body();
  }

  /// A strong one, or a date (RFC 9110 section 13.1.5).
  private static @Nullable String validator(HttpHeaders headers) {
    if (!headers.firstValue("Accept-Ranges").orElse("").equals("bytes")) {
      return null;
    }
    String tag = headers.firstValue("ETag").orElse("");
    return tag.startsWith("\"") ? tag : headers.firstValue("Last-Modified").orElse(null);
  }

  private static String encoding(HttpHeaders headers) {
    return headers.firstValue("Content-Encoding").orElse("identity");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int count) throws IOException {
    for (; ; ) {
      try {
        int size = body.read(target, from, count);
        if (size > 0) {
          offset += size;
          teller.received(size);
        }
        return size;
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        resume(e);
      }
    }
  }

  private void resume(IOException broken) throws IOException {
    body.close();
    String why = String.valueOf(broken.getMessage());
    if (validator == null || offset == 0) {
      throw new StartOverException(ProblemCode.REMOTE_UNAVAILABLE, why);
    }
    HttpResponse<AnswerBody> answer;
    try {
      tries.brought(offset - offsetOfTry);
      offsetOfTry = offset;
      tries.failed(ProblemCode.REMOTE_UNAVAILABLE, why);
      answer = sender.open(call, new Sender.Rest(offset, validator), tries);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (InterruptedIOException) new InterruptedIOException().initCause(e);
    } catch (TooLargeException e) {
      throw new StartOverException(ProblemCode.REMOTE_UNAVAILABLE, why);
    }
    if (answer.statusCode() == 200) {
      tries.lost();
      throw new StartOverException(answer);
    }
    if (answer.statusCode() != 206 || !continues(answer.headers())) {
      answer.body().close();
      tries.lost();
      throw new StartOverException(ProblemCode.REMOTE_UNAVAILABLE, why);
    }
    body = answer.body();
  }

  private boolean continues(HttpHeaders headers) {
    return encoding(headers).equals(encoding)
        && headers.firstValue("Content-Range").orElse("").startsWith("bytes " + offset + "-");
  }

  @Override
  public void close() {
    body.close();
  }
}
