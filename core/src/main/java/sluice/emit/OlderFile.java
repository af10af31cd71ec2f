package sluice.emit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a file has besides its bytes, which the file that takes its place is given: permissions,
/// owner and group, and attributes of its own (`user.*`).
///
/// Access lists beyond permissions are not kept, because Java cannot read those of Linux; nor are
/// other names of the file (hard links), which go on with the older bytes.
final class OlderFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OF_GROUP =
      PosixFilePermissions.fromString("---rwx---");

  private OlderFile() {}

  /// How a file that is to take another one's place is made: for its owner only, since the other
  /// one may be secret.
  static FileAttribute<?>[] whileWritten(Path older) throws IOException {
    return Files.exists(older) && hasPermissions(older)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  /// Gives a file what another one has.
  static void passOn(Path older, Path successor) throws IOException {
    if (hasPermissions(older)) {
      passOnPermissions(older, successor);
    }
    passOnAttributes(older, successor);
  }

  private static boolean hasPermissions(Path file) throws IOException {
    return Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class);
  }

  /// Only the system's administrator may give a file to somebody else, and only members may give it
  /// to a group. What was for a group is for no other one then.
  private static void passOnPermissions(Path older, Path successor) throws IOException {
    PosixFileAttributes had = Files.readAttributes(older, PosixFileAttributes.class);
    PosixFileAttributeView gets =
        Files.getFileAttributeView(
            successor, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    permissions.addAll(had.permissions());
    if (!gets.readAttributes().group().equals(had.group()) && !took(gets, had.group())) {
      permissions.removeAll(OF_GROUP);
    }
    if (!gets.readAttributes().owner().equals(had.owner())) {
      try {
        gets.setOwner(had.owner());
      } catch (IOException _) {
        // It stays with whoever runs this, who could read and replace the older one.
      }
    }
    gets.setPermissions(permissions);
  }

  private static boolean took(PosixFileAttributeView file, GroupPrincipal group) {
    try {
      file.setGroup(group);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// As far as the file system takes them: they are notes, and none is worth a run.
  private static void passOnAttributes(Path older, Path successor) {
    UserDefinedFileAttributeView had =
        Files.getFileAttributeView(older, UserDefinedFileAttributeView.class);
    UserDefinedFileAttributeView gets =
        Files.getFileAttributeView(successor, UserDefinedFileAttributeView.class);
    if (had == null || gets == null) {
      return;
    }
    try {
      List<String> names = had.list();
      for (String name : names) {
        ByteBuffer value = ByteBuffer.allocate(had.size(name));
        had.read(name, value);
        gets.write(name, value.flip());
      }
    } catch (IOException _) {
      // Full, or of a kind that is refused there.
    }
  }
}
