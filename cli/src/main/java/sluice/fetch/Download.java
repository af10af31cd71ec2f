package sluice.fetch;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import sluice.emit.OutputFile;
import sluice.json.JsonLimits;
import sluice.json.JsonScanner;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// One answer, read to its end: unpacked, checked to be a whole JSON text, and written to a file as
/// it passes. What breaks off or arrives damaged is asked for again.
///
/// Memory is a window of [JsonLimits#BUFFER_SIZE_BYTES] bytes, one of [#PIECE_SIZE_BYTES], and what
/// [AnswerBody] holds, whatever the size of the answer.
final class Download {
  /// What is unpacked at a time.
  static final int PIECE_SIZE_BYTES = 64 * 1024;

  private final Sender sender;
  private final FetchTeller teller;

  Download(Sender sender, FetchTeller teller) {
    this.sender = sender;
    this.teller = teller;
  }

  /// Asks for something and writes it to a file.
  ///
  /// @param file replaced
  /// @throws TooLargeException when it is divisible and does not come in one piece
  <T> T get(Call call, Path file, AnswerReader<T> reader)
      throws InterruptedException, TooLargeException {
    Tries tries = sender.tries();
    HttpResponse<AnswerBody> answer = sender.open(call, null, tries);
    for (; ; ) {
      StartOverException again;
      try (ResumingBody body = new ResumingBody(sender, call, answer, tries, teller)) {
        return saved(call, body, answer, file, reader);
      } catch (StartOverException e) {
        again = e;
      } catch (InterruptedIOException e) {
        Thread.interrupted();
        throw (InterruptedException) new InterruptedException().initCause(e);
      }
      HttpResponse<AnswerBody> fresh = again.answer();
      if (fresh == null) {
        tries.failed(again.code(), String.valueOf(again.getMessage()));
        fresh = sender.open(call, null, tries);
      }
      answer = fresh;
    }
  }

  private static <T> T saved(
      Call call,
      ResumingBody body,
      HttpResponse<AnswerBody> answer,
      Path file,
      AnswerReader<T> reader)
      throws StartOverException, InterruptedIOException {
    try (OutputStream out = Files.newOutputStream(file);
        InputStream plain = unpacked(call, body, answer)) {
      return checked(call, new Copied(plain, out, file), answer, reader);
    } catch (StartOverException | InterruptedIOException e) {
      throw e;
    } catch (ZipException | EOFException e) {
      throw damaged(e);
    } catch (IOException e) {
      throw OutputFile.unwritable(file, e);
    }
  }

  private static InputStream unpacked(Call call, ResumingBody body, HttpResponse<AnswerBody> answer)
      throws IOException {
    String encoding = answer.headers().firstValue("Content-Encoding").orElse("identity");
    return switch (encoding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(body, PIECE_SIZE_BYTES);
      case "identity" -> body;
      default -> throw FetchProblems.malformed(call, "it is packed as " + encoding, null);
    };
  }

  private static <T> T checked(
      Call call, InputStream in, HttpResponse<AnswerBody> answer, AnswerReader<T> reader)
      throws IOException {
    JsonScanner scanner = new JsonScanner(in, call.name(), JsonLimits.defaults());
    try {
      scanner.begin();
      if (scanner.peek() != '{') {
        String type = answer.headers().firstValue("Content-Type").orElse("not said");
        throw FetchProblems.malformed(call, "it is no JSON object; its type is " + type, null);
      }
      T read = reader.read(scanner, call);
      scanner.end();
      return read;
    } catch (SluiceException e) {
      throw reason(e);
    }
  }

  /// What a failure of the scanner means: its stream failed, the text ended too early, or it is no
  /// JSON although it began like it.
  private static IOException reason(SluiceException e) throws IOException {
    return switch (e.getCause()) {
      case ZipException cause -> damaged(cause);
      case EOFException cause -> damaged(cause);
      case IOException cause -> cause;
      case null, default ->
          switch (e.problem().code()) {
            case DOCUMENT_TRUNCATED, DOCUMENT_EMPTY ->
                new StartOverException(
                    ProblemCode.REMOTE_UNAVAILABLE, "the answer ended before it was complete");
            case JSON_MALFORMED, ENCODING_INVALID ->
                new StartOverException(
                    ProblemCode.ANSWER_MALFORMED, "the answer is not valid: " + e.problem().why());
            default -> throw e;
          };
    };
  }

  private static StartOverException damaged(IOException cause) {
    return new StartOverException(
        ProblemCode.ANSWER_MALFORMED, "the packed answer is damaged: " + cause.getMessage());
  }

  /// Writes to a file what is read through it.
  private static final class Copied extends FilterInputStream {
    private final OutputStream out;
    private final Path file;

    Copied(InputStream in, OutputStream out, Path file) {
      super(in);
      this.out = out;
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
      int size = in.read(target, from, count);
      if (size > 0) {
        try {
          out.write(target, from, size);
        } catch (ClosedByInterruptException e) {
          throw (InterruptedIOException) new InterruptedIOException().initCause(e);
        } catch (IOException e) {
          throw OutputFile.unwritable(file, e);
        }
      }
      return size;
    }
  }
}
