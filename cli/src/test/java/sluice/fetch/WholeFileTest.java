package sluice.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;

/// A file in one answer, and everything that can go wrong with one.
@Timeout(60)
final class WholeFileTest {
  @TempDir private Path folder;
  private final FakeFigma figma = new FakeFigma(FakeDocuments.of(100));

  @AfterEach
  void close() {
    figma.close();
  }

  private FetchRun run() {
    return new FetchRun(figma, folder);
  }

  @Test
  void packed_comesOutAsFigmaSentIt() {
    Fetched fetched = run().brings(figma.file());

    assertEquals("Shop", fetched.name());
    assertEquals("4711", fetched.version());
    assertTrue(fetched.receivedBytes() < figma.file().bytes().length);
    assertEquals("gzip", figma.requests().getFirst().header("Accept-Encoding"));
  }

  @Test
  void notPacked_comesOutTheSame() {
    figma.unzipped();

    run().brings(figma.file());
  }

  @Test
  void slowBody_isNoFailure() {
    figma.unzipped().fault(1, FakeRequest::isWholeFile, answer -> answer.slow(20));

    run().brings(figma.file());
    assertEquals(1, figma.requests().size());
  }

  @Test
  void rateLimitOnce_isWaitedFor() {
    figma.fault(
        1, FakeRequest::isWholeFile, FakeAnswer.error(429, "slow").with("Retry-After", "1"));
    FetchRun run = run();

    run.brings(figma.file());

    assertTrue(
        run.progress.stream().anyMatch(one -> one.why().contains("rate limit")),
        "the wait is not told");
  }

  @Test
  void rateLimitUntilADate_isWaitedFor() {
    String date =
        ZonedDateTime.now(ZoneOffset.UTC)
            .plusSeconds(1)
            .format(DateTimeFormatter.RFC_1123_DATE_TIME);
    figma.fault(1, FakeRequest::isWholeFile, FakeAnswer.error(429, "").with("Retry-After", date));

    run().brings(figma.file());
  }

  @Test
  void rateLimitForever_endsWhenTheWaitIsUsedUp() {
    figma.fault(
        Integer.MAX_VALUE,
        FakeRequest::isWholeFile,
        FakeAnswer.error(429, "").with("Retry-After", "1"));

    run().fails(ProblemCode.RATE_LIMITED);
    assertEquals(3, figma.requests().size());
  }

  @Test
  void rateLimitWithoutATime_endsAfterAFewTries() {
    figma.fault(Integer.MAX_VALUE, FakeRequest::isWholeFile, FakeAnswer.error(429, ""));

    run().fails(ProblemCode.RATE_LIMITED);
    assertEquals(3, figma.requests().size());
  }

  @Test
  void rateLimitOfDays_isNotWaitedForAndSaysWhoseItIs() {
    figma.fault(
        1,
        FakeRequest::isWholeFile,
        FakeAnswer.error(429, "")
            .with("Retry-After", "396000")
            .with("X-Figma-Plan-Tier", "starter")
            .with("X-Figma-Rate-Limit-Type", "low")
            .with("X-Figma-Upgrade-Link", "https://www.figma.com/plans"));

    String said = run().fails(ProblemCode.RATE_LIMITED).render();

    for (String part : new String[] {"5 days", "starter", "low", "--max-wait", "/plans"}) {
      assertTrue(said.contains(part), said);
    }
  }

  @Test
  void serverErrors_areTriedAgain() {
    figma.fault(2, FakeRequest::isWholeFile, FakeAnswer.error(502, "Bad gateway"));

    run().brings(figma.file());
    assertEquals(3, figma.requests().size());
  }

  @Test
  void serverErrorsForever_endTheRun() {
    figma.fault(Integer.MAX_VALUE, _ -> true, FakeAnswer.error(503, "Down"));

    String said = run().fails(ProblemCode.REMOTE_UNAVAILABLE).render();

    assertTrue(said.contains("503: Down; tried 3 times"), said);
  }

  @Test
  void noServer_endsTheRun() {
    figma.close();

    run().fails(ProblemCode.REMOTE_UNAVAILABLE);
  }

  @Test
  void stalledBody_isAskedForAgain() {
    figma.fault(1, FakeRequest::isWholeFile, FakeAnswer::stallsInHalf);

    run().brings(figma.file());
    assertEquals(2, figma.requests().size());
  }

  @Test
  void stalledForever_endsTheRun() {
    figma.fault(Integer.MAX_VALUE, FakeRequest::isWholeFile, FakeAnswer::stallsInHalf);

    run().fails(ProblemCode.REMOTE_UNAVAILABLE);
  }

  @Test
  void cutBody_isReadFromTheStart() {
    figma.fault(1, FakeRequest::isWholeFile, FakeAnswer::cutInHalf);

    run().brings(figma.file());
    assertEquals("", figma.requests().getLast().header("Range"));
  }

  @Test
  void cutBody_goesOnWhereItBrokeOff() {
    figma.givesRests().fault(1, FakeRequest::isWholeFile, FakeAnswer::cutInHalf);

    run().brings(figma.file());
    assertEquals(2, figma.requests().size());
    assertTrue(figma.requests().getLast().header("Range").matches("bytes=[1-9][0-9]*-"));
  }

  @Test
  void cutBodyOfAFileThatChanged_isTheNewFileFromItsStart() {
    figma
        .givesRests()
        .fault(
            1,
            FakeRequest::isWholeFile,
            answer -> {
              figma.change(file -> file.version("4712"));
              return answer.cutInHalf();
            });

    Fetched fetched = run().brings(figma.file().version("4712"));

    assertEquals("4712", fetched.version());
    assertEquals(2, figma.requests().size());
  }

  @Test
  void restThatIsPromisedButNeverGiven_endsTheRun() {
    FakeFigma large = new FakeFigma(FakeDocuments.of(2_000));
    try (large) {
      large
          .unzipped()
          .fault(
              Integer.MAX_VALUE,
              FakeRequest::isWholeFile,
              answer -> answer.with("ETag", "\"1\"").with("Accept-Ranges", "bytes").cutInHalf());

      new FetchRun(large, folder).fails(ProblemCode.REMOTE_UNAVAILABLE);

      assertTrue(large.file().bytes().length / 2 > Tries.WORTH_SIZE_BYTES);
      assertEquals(FetchRun.QUICK.triesMax(), large.requests().size());
    }
  }

  @Test
  @Tag("long")
  void badLine_comesToItsEndAsLongAsItBringsMuch() {
    int pieces = 2 * FetchRun.QUICK.triesMax();
    FakeFigma large = new FakeFigma(FakeDocuments.of(9_000));
    try (large) {
      int piece = large.file().bytes().length / pieces;
      assertTrue(piece > Tries.WORTH_SIZE_BYTES);
      large
          .unzipped()
          .givesRests()
          .fault(pieces - 1, FakeRequest::isWholeFile, answer -> answer.cutAfter(piece));

      new FetchRun(large, folder).brings(large.file());
    }
  }

  @Test
  void restThatBeginsElsewhere_isNotUsed() {
    figma
        .givesRests()
        .fault(1, FakeRequest::isWholeFile, FakeAnswer::cutInHalf)
        .fault(
            1,
            request -> !request.header("Range").isEmpty(),
            answer -> answer.with("Content-Range", "bytes 1-2/3"));

    run().brings(figma.file());
    assertEquals(3, figma.requests().size());
  }

  @Test
  void truncatedBodyWithoutALength_isNoticed() {
    figma
        .unzipped()
        .fault(1, FakeRequest::isWholeFile, answer -> answer.withoutLength().cutInHalf());

    run().brings(figma.file());
    assertEquals(2, figma.requests().size());
  }

  @Test
  void damagedPacking_isAskedForAgain() {
    figma.fault(1, FakeRequest::isWholeFile, FakeAnswer::damaged);

    run().brings(figma.file());
    assertEquals(2, figma.requests().size());
  }

  @Test
  void damagedPackingForever_endsTheRun() {
    figma.fault(Integer.MAX_VALUE, FakeRequest::isWholeFile, FakeAnswer::damaged);

    run().fails(ProblemCode.ANSWER_MALFORMED);
  }

  @Test
  void signInPage_isNoFile() {
    figma.fault(
        1,
        FakeRequest::isWholeFile,
        FakeAnswer.of(200, "<html>Sign in</html>").with("Content-Type", "text/html"));

    String said = run().fails(ProblemCode.ANSWER_MALFORMED).render();

    assertTrue(said.contains("text/html"), said);
    assertEquals(1, figma.requests().size());
  }

  @Test
  void jsonOfAnotherKind_isNoFile() {
    figma.fault(1, FakeRequest::isWholeFile, FakeAnswer.of(200, "{\"meta\":{}}"));

    run().fails(ProblemCode.ANSWER_MALFORMED);
  }

  @Test
  void wrongToken_isSaid() {
    String said = run().token("figd_wrong_one").fails(ProblemCode.ACCESS_REFUSED).render();

    assertTrue(said.contains("403: Invalid token"), said);
    assertEquals(1, figma.requests().size());
  }

  @Test
  void tokenEchoedInAnError_isHidden() {
    figma.fault(
        1, FakeRequest::isWholeFile, FakeAnswer.error(400, "bad header " + FakeFigma.TOKEN));

    Problem problem = run().fails(ProblemCode.REQUEST_REFUSED);

    assertTrue(problem.render().contains("bad header ***"), problem.render());
  }

  @Test
  void packedRefusal_isUnderstood() {
    figma.fault(1, FakeRequest::isWholeFile, FakeAnswer.error(403, "Token expired").zipped());

    String said = run().fails(ProblemCode.ACCESS_REFUSED).render();

    assertTrue(said.contains("403: Token expired"), said);
  }

  @Test
  void otherRefusals_haveTheirOwnProblem() {
    figma.fault(1, FakeRequest::isWholeFile, FakeAnswer.error(404, "Not found"));
    run().fails(ProblemCode.REMOTE_MISSING);

    figma.fault(1, FakeRequest::isWholeFile, FakeAnswer.of(401, "no JSON"));
    run().fails(ProblemCode.ACCESS_REFUSED);

    figma.fault(1, FakeRequest::isWholeFile, FakeAnswer.error(400, "Bad editor type"));
    run().fails(ProblemCode.REQUEST_REFUSED);
  }

  @Test
  void redirect_isNotFollowed() {
    figma.fault(
        1,
        FakeRequest::isWholeFile,
        FakeAnswer.of(302, "").with("Location", figma.url() + "/elsewhere"));

    run().fails(ProblemCode.REQUEST_REFUSED);
    assertEquals(1, figma.requests().size());
  }

  @Test
  void cancelled_endsAtOnceWhateverItWaitsFor() throws InterruptedException {
    figma.fault(1, FakeRequest::isWholeFile, FakeAnswer::stallsInHalf);
    FetchRun run =
        run()
            .settings(
                new FetchSettings(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(1),
                    3,
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(9)));
    Thread stopping =
        Thread.ofVirtual()
            .start(() -> {
              try {
                figma.awaitStall();
                boolean _ = run.cancel.cancel();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });

    run.fails(ProblemCode.CANCELLED);

    stopping.join();
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void cancelledBefore_asksNothing() {
    FetchRun run = run();
    boolean _ = run.cancel.cancel();

    run.fails(ProblemCode.CANCELLED);
    assertEquals(0, figma.requests().size());
  }

  @Test
  void failuresWithoutAMessage_areSaidInWords() {
    IOException unknown = new ConnectException();
    unknown.initCause(new IOException(new UnresolvedAddressException()));

    assertEquals("the name of the host is not known", Sender.reason(unknown));
    assertEquals("nobody answers there (ConnectException)", Sender.reason(new ConnectException()));
    assertEquals("reset", Sender.reason(new IOException("reset")));
  }
}
