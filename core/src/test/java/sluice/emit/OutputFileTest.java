package sluice.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// What becomes of links, permissions and owners where an output takes an older file's place.
final class OutputFileTest {
  @TempDir Path folder;
  private Path place;

  @BeforeEach
  void older() throws IOException {
    place = Files.writeString(folder.resolve("place.json"), "older");
  }

  private static void replace(Path place) throws IOException {
    try (OutputFile file = OutputFile.at(place)) {
      file.channel().write(ByteBuffer.wrap("newer".getBytes(StandardCharsets.UTF_8)));
      file.commit();
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String refused(Path place) {
    SluiceException e = assertThrows(SluiceException.class, () -> OutputFile.at(place).close());
    assertEquals(ProblemCode.OUTPUT_UNWRITABLE, e.problem().code());
    return e.problem().render();
  }

  @Test
  void link_stays_andTheFileItLeadsToIsReplaced() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path target = Files.writeString(elsewhere.resolve("target.json"), "older");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), target);
    Path linkToLink = Files.createSymbolicLink(folder.resolve("more.json"), link);

    replace(linkToLink);

    assertEquals("newer", Files.readString(target));
    assertEquals(target, Files.readSymbolicLink(link));
    assertEquals(link, Files.readSymbolicLink(linkToLink));
    assertEquals(List.of("elsewhere", "link.json", "more.json", "place.json"), names());
  }

  @Test
  void linkThatLeadsNowhere_orInACircle_isRefused() throws IOException {
    Path gone = Files.createSymbolicLink(folder.resolve("gone"), folder.resolve("nothing"));
    Path circle = Files.createSymbolicLink(folder.resolve("circle"), folder.resolve("circle"));

    assertTrue(refused(gone).contains("a link that leads nowhere"), refused(gone));
    assertTrue(refused(circle).contains("a link that leads nowhere"), refused(circle));
    assertEquals(List.of("circle", "gone", "place.json"), names());
  }

  @Test
  void folderThatIsALink_isWrittenInto() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);

    replace(link.resolve("out.json"));

    assertEquals("newer", Files.readString(real.resolve("out.json")));
  }

  @Test
  void otherNamesOfTheFile_keepTheOlderBytes() throws IOException {
    Path other = Files.createLink(folder.resolve("other.json"), place);

    replace(place);

    assertEquals("newer", Files.readString(place));
    assertEquals("older", Files.readString(other));
  }

  @Test
  void permissions_areThoseOfTheOlderFile_andNobodyElseReadsItMeanwhile() throws IOException {
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-----"));

    try (OutputFile file = OutputFile.at(place)) {
      String scratch = names().stream().filter(name -> name.endsWith(".tmp")).findAny().get();
      assertEquals("rwx------", permissions(folder.resolve(scratch)));
      try (Stream<Path> files = Files.list(folder.resolve(scratch))) {
        for (Path inside : files.filter(name -> !name.endsWith("lock")).toList()) {
          assertEquals("rw-------", permissions(inside));
        }
      }
      file.commit();
    }

    assertEquals("rwxr-----", permissions(place));
  }

  @Test
  void ownerAndGroup_areThoseOfTheOlderFile() throws IOException {
    Assumptions.assumeTrue(
        Files.getOwner(place).getName().equals("root"), "skipped: only root gives files away");
    UserPrincipalLookupService names = folder.getFileSystem().getUserPrincipalLookupService();
    Files.setAttribute(place, "posix:group", names.lookupPrincipalByGroupName("2002"));
    Files.setOwner(place, names.lookupPrincipalByName("2001"));
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-rw----"));

    replace(place);

    PosixFileAttributes has = Files.readAttributes(place, PosixFileAttributes.class);
    assertEquals("2001", has.owner().getName());
    assertEquals("2002", has.group().getName());
    assertEquals("rw-rw----", permissions(place));
  }

  @Test
  void attributesOfItsOwn_areKept() throws IOException {
    UserDefinedFileAttributeView older =
        Files.getFileAttributeView(place, UserDefinedFileAttributeView.class);
    try {
      older.write("origin", ByteBuffer.wrap("design".getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      Assumptions.abort("skipped: this file system has none");
    }

    replace(place);

    ByteBuffer value = ByteBuffer.allocate(100);
    Files.getFileAttributeView(place, UserDefinedFileAttributeView.class).read("origin", value);
    assertEquals("design", new String(value.array(), 0, value.position(), StandardCharsets.UTF_8));
  }

  @Test
  void foldersAndPipes_areRefused() throws Exception {
    Path pipe = folder.resolve("pipe");
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();

    assertTrue(refused(folder).contains("it is a folder"));
    assertTrue(refused(pipe).contains("a device or a pipe"));
    assertTrue(refused(Path.of("/dev/null")).contains("a device or a pipe"));
  }

  @Test
  void emptyFolderBehindALink_isReplaced_andTheLinkStays() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    Path gone = Files.createSymbolicLink(folder.resolve("gone"), folder.resolve("nothing"));

    try (OutputFolder output = OutputFolder.at(link)) {
      output.write("a/b.json", "newer");
      output.commit();
    }

    assertTrue(Files.isSymbolicLink(link));
    assertEquals("newer", Files.readString(real.resolve("a").resolve("b.json")));
    assertThrows(SluiceException.class, () -> OutputFolder.at(gone).close());
  }
}
