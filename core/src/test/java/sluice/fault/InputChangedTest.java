package sluice.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.ApplyRequest;
import sluice.Progress;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Something else writes to the document while it is read.
final class InputChangedTest {
  private static final int NODES = 80;

  @TempDir private Path folder;
  private Path outputs;

  @BeforeEach
  void folders() throws IOException {
    outputs = Files.createDirectory(folder.resolve("outputs"));
  }

  private enum Change {
    /// As editors save.
    RENAMED_OVER {
      @Override
      void make(Path document) throws IOException {
        Path other = document.resolveSibling("other");
        Files.copy(document, other);
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(document));
        Files.move(other, document, StandardCopyOption.ATOMIC_MOVE);
      }
    },
    TRUNCATED {
      @Override
      void make(Path document) throws IOException {
        try (FileChannel channel = FileChannel.open(document, StandardOpenOption.WRITE)) {
          channel.truncate(channel.size() / 2);
        }
      }
    },
    EMPTIED {
      @Override
      void make(Path document) throws IOException {
        Files.write(document, new byte[0]);
      }
    },
    GROWN {
      @Override
      void make(Path document) throws IOException {
        Files.write(document, new byte[] {'\n'}, StandardOpenOption.APPEND);
      }
    },
    REWRITTEN_WITH_THE_SAME_SIZE {
      @Override
      void make(Path document) throws IOException {
        try (FileChannel channel = FileChannel.open(document, StandardOpenOption.WRITE)) {
          channel.write(ByteBuffer.wrap(new byte[] {' '}), channel.size() - 1);
        }
      }
    },
    REMOVED {
      @Override
      void make(Path document) throws IOException {
        Files.delete(document);
      }
    };

    abstract void make(Path document) throws IOException;
  }

  static List<Arguments> changes() {
    return Stream.of(FaultDocuments.JSON, FaultDocuments.GZIP, FaultDocuments.PENPOT)
        .flatMap(kind -> List.of(Change.values()).stream().map(how -> Arguments.of(kind, how)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void changedDuringTheRun_isRefused(FaultDocuments kind, Change how) throws Exception {
    Path document = kind.write(folder, NODES);
    Path output = Files.writeString(outputs.resolve("out"), "old");
    ApplyRequest request =
        kind.apply(document, folder).output(output).changes(outputs.resolve("changes"));

    Problemed problemed = run(request, document, how);

    assertEquals(ProblemCode.INPUT_CHANGED, problemed.code(), problemed.said());
    assertEquals("old", Files.readString(output));
    assertEquals(List.of("out"), FaultDocuments.names(outputs));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void changedDuringARunInPlace_staysAsTheOtherWroteIt(FaultDocuments kind, Change how)
      throws Exception {
    Path document = kind.write(folder, NODES);
    List<String> before = FaultDocuments.names(folder);
    ApplyRequest request = kind.apply(document, folder).inPlace();

    Problemed problemed = run(request, document, how);

    assertEquals(ProblemCode.INPUT_CHANGED, problemed.code(), problemed.said());
    if (how == Change.REMOVED) {
      assertFalse(Files.exists(document));
    } else {
      assertEquals(problemed.documentThen(), ByteBuffer.wrap(Files.readAllBytes(document)));
      assertEquals(before, FaultDocuments.names(folder));
    }
  }

  private record Problemed(ProblemCode code, String said, ByteBuffer documentThen) {}

  /// Changes the document after the third chunk.
  private static Problemed run(ApplyRequest request, Path document, Change how) {
    AtomicInteger tells = new AtomicInteger();
    byte[][] then = {new byte[0]};
    request.onProgress(progress -> {
      if (progress.phase() == Progress.Phase.APPLY && tells.incrementAndGet() == 3) {
        try {
          how.make(document);
          then[0] = Files.exists(document) ? Files.readAllBytes(document) : new byte[0];
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
    });
    SluiceException e = assertThrows(SluiceException.class, () -> request.start().await());
    return new Problemed(e.problem().code(), e.problem().render(), ByteBuffer.wrap(then[0]));
  }
}
