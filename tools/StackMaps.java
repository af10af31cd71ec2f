import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Gives the classes of jars stack maps where their compiler was too old to write them; nothing
/// else about them changes. Java cannot verify a class without stack maps ahead of time, and so
/// leaves it out of the cache it starts from. Run by `mvn package` over every jar in the folder
/// that is its argument; jars without such classes stay as they are.
final class StackMaps {
  /// The last version of class files that does without stack maps.
  private static final int OLD_MAX = ClassFile.JAVA_5_VERSION;

  private static final int NEW = ClassFile.JAVA_8_VERSION;

  private final Map<ZipEntry, byte[]> entries = new LinkedHashMap<>();
  private final Map<String, byte[]> classes = new LinkedHashMap<>();
  private final ClassFile classFile =
      ClassFile.of(
          StackMapsOption.GENERATE_STACK_MAPS,
          ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofResourceParsing(this::classOfJar)
                  .orElse(ClassHierarchyResolver.defaultResolver())));

  private StackMaps() {}

  public static void main(String[] args) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        new StackMaps().renew(jar);
      }
    }
  }

  private void renew(Path jar) throws IOException {
    read(jar);
    if (classes.values().stream().noneMatch(StackMaps::isOld)) {
      return;
    }
    Path renewed = jar.resolveSibling(jar.getFileName() + ".new");
    try (OutputStream out = Files.newOutputStream(renewed)) {
      write(out);
    }
    Files.move(renewed, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private void read(Path jar) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        entries.put(entry, content);
        if (entry.getName().endsWith(".class")) {
          classes.put(entry.getName(), content);
        }
      }
    }
  }

  /// Keeps the order and the times of entries, so that the same jar always becomes the same jar.
  private void write(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<ZipEntry, byte[]> entry : entries.entrySet()) {
        ZipEntry copy = new ZipEntry(entry.getKey().getName());
        copy.setTimeLocal(entry.getKey().getTimeLocal());
        zip.putNextEntry(copy);
        boolean isOld = classes.containsKey(copy.getName()) && isOld(entry.getValue());
        zip.write(isOld ? withStackMaps(entry.getValue()) : entry.getValue());
      }
    }
  }

  private static boolean isOld(byte[] content) {
    return ClassFile.of().parse(content).majorVersion() <= OLD_MAX;
  }

  private byte[] withStackMaps(byte[] content) {
    ClassModel model = classFile.parse(content);
    ClassTransform newVersion =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(NEW, 0);
          } else {
            builder.with(element);
          }
        };
    // Code that is rebuilt, even unchanged, gets its stack map.
    return classFile.transformClass(
        model,
        newVersion.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
  }

  private InputStream classOfJar(ClassDesc type) {
    String descriptor = type.descriptorString();
    byte[] content = classes.get(descriptor.substring(1, descriptor.length() - 1) + ".class");
    return content == null ? null : new ByteArrayInputStream(content);
  }
}
