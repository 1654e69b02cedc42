package studio.saddlepoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.PathNames;

/** The start script, and the list of licences. */
class PackagingTest {
  private static final Path PACKAGING = Path.of("packaging");

  /** Jars that only tests use. */
  private static final Pattern OF_TESTS =
      Pattern.compile(
          "(junit|opentest4j|apiguardian|archunit|testfx|openjfx-monocle|hamcrest|org.osgi|assertj|byte-buddy|surefire).*");

  @TempDir Path folder;

  /** Of what is started. */
  private String locale = "C";

  @Test
  void everyLibraryIsInTheListOfLicencesWithItsVersion() throws IOException {
    Map<String, String> listed = new LinkedHashMap<>();
    Matcher row =
        Pattern.compile("(?m)^\\| [\\w.-]+:([\\w.-]+) \\| (\\S+) \\|")
            .matcher(Files.readString(PACKAGING.resolve("THIRD-PARTY-LICENSES.md")));
    while (row.find()) {
      listed.put(row.group(1) + "-" + row.group(2), row.group());
    }
    List<String> jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .map(entry -> Path.of(entry).getFileName().toString())
            .filter(name -> !OF_TESTS.matcher(name).matches())
            .toList();
    assertTrue(jars.size() > 20, "class path: " + jars);
    for (String jar : jars) {
      assertTrue(
          listed.keySet().stream().anyMatch(jar::startsWith),
          jar + " is not in packaging/THIRD-PARTY-LICENSES.md");
    }
    for (String library : listed.keySet()) {
      assertTrue(
          library.startsWith("pytorch-native-cpu")
              || jars.stream().anyMatch(jar -> jar.startsWith(library)),
          library + " is listed but not used");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theScriptStartsThroughLinksFromFoldersWithSpaces() throws Exception {
    Path program = program();
    Path links = Files.createDirectories(folder.resolve("some links"));
    Path inner =
        Files.createSymbolicLink(
            links.resolve("inner"), links.relativize(program.resolve("bin/saddlepoint")));
    Path outer = Files.createSymbolicLink(folder.resolve("outer"), inner.toAbsolutePath());
    Started started = start(outer, java("17.0.15"), "train", "my recipe.json");
    assertEquals(0, started.code(), started.output());
    List<String> arguments = started.output().lines().toList();
    int end = arguments.size();
    assertEquals(
        List.of("studio.saddlepoint.Saddlepoint", "train", "my recipe.json"),
        arguments.subList(end - 3, end));
    assertEquals(program.toRealPath() + "/lib/*", arguments.get(end - 4));
    assertTrue(arguments.contains("-Dai.djl.offline=true"));
    assertTrue(arguments.contains("-DOPT_OUT_TRACKING=true"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theScriptRefusesAnOldJava() throws Exception {
    Path script = program().resolve("bin/saddlepoint");
    Started started = start(script, java("1.8.0_402"));
    assertEquals(1, started.code());
    assertTrue(started.output().startsWith("saddlepoint: "), started.output());
    assertTrue(started.output().contains("is Java 1.8.0_402, but 17 or newer is needed."));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theScriptSaysThatJavaHomeHoldsNoJava() throws Exception {
    Path script = program().resolve("bin/saddlepoint");
    Started started = start(script, folder.resolve("nowhere"));
    assertEquals(1, started.code());
    assertTrue(started.output().contains("there is no bin/java in it"), started.output());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b", "apps!", "apps!/deeper"})
  @DisabledOnOs(OS.WINDOWS)
  void theScriptRefusesFoldersThatJavaCannotRunIn(String name) throws Exception {
    Path script = program(folder.resolve(name)).resolve("bin/saddlepoint");
    Started started = start(script, java("17.0.15"), "--version");
    assertEquals(1, started.code(), started.output());
    assertEquals(1, started.output().lines().count(), started.output());
    assertTrue(
        started.output().startsWith("saddlepoint: it cannot run in " + folder), started.output());
    assertTrue(started.output().contains("Move it"), started.output());
  }

  /** By the real Java, with a resource in a jar, in the locale of C. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theScriptRunsInFoldersOfOtherOddNames() throws Exception {
    Assumptions.assumeTrue(PathNames.file(spelt("é")).isPresent(), "this locale lacks é");
    Path program = program(folder.resolve(spelt("+ # %20 ; ' & (1) ! *[x] $HOME \\ \" été")));
    jar(Files.createDirectories(program.resolve("lib")).resolve("probe.jar"));
    Path javaHome = Path.of(System.getProperty("java.home"));
    Path script = program.resolve("bin/saddlepoint");
    assertEquals(new Started(0, "resource [a b] [é]\n"), start(script, javaHome, "a b", "é"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theScriptKeepsALocaleThatWasChosen() throws Exception {
    Path script = program().resolve("bin/saddlepoint");
    Path javaHome = java("17.0.15");
    Path java = javaHome.resolve("bin/java");
    Files.writeString(java, Files.readString(java).replace("printf", "echo \"<$LC_ALL>\"; printf"));
    for (String[] each :
        new String[][] {{"C", "C.UTF-8"}, {"POSIX", "C.UTF-8"}, {"de_DE", "de_DE"}}) {
      locale = each[0];
      String told = start(script, javaHome).output();
      assertTrue(told.startsWith("<" + each[1] + ">"), told);
    }
  }

  private static Path spelt(String name) {
    return PathNames.spelt(name).orElseThrow();
  }

  /** A jar with a program that reads a resource and tells its arguments. */
  private void jar(Path jar) throws IOException {
    Path source = folder.resolve("Saddlepoint.java");
    Files.writeString(
        source,
        """
                package studio.saddlepoint;
                public final class Saddlepoint {
                    public static void main(String[] args) throws Exception {
                        String all = new String(
                                Saddlepoint.class.getResourceAsStream("probe.txt").readAllBytes());
                        for (String each : args) {
                            all += " [" + each + "]";
                        }
                        new java.io.PrintStream(System.out, true, "UTF-8").println(all);
                    }
                }
                """);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertEquals(0, compiler.run(null, null, null, "-d", classes.toString(), source.toString()));
    String home = "studio/saddlepoint/";
    Files.writeString(classes.resolve(home + "probe.txt"), "resource");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String name : List.of("Saddlepoint.class", "probe.txt")) {
        zip.putNextEntry(new ZipEntry(home + name));
        zip.write(Files.readAllBytes(classes.resolve(home + name)));
      }
    }
  }

  private Path program() throws IOException {
    return program(folder.resolve("my programs"));
  }

  private Path program(Path parent) throws IOException {
    Path program = parent.resolve("saddlepoint");
    Files.createDirectories(program.resolve("bin"));
    Path script = program.resolve("bin/saddlepoint");
    Files.copy(PACKAGING.resolve("bin/saddlepoint"), script);
    executable(script);
    return program;
  }

  /** A Java home whose java tells a version, and otherwise prints its arguments line by line. */
  private Path java(String version) throws IOException {
    Path home = folder.resolve("a java home");
    Path java = home.resolve("bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(
        java,
        """
                #!/bin/sh
                if [ "$1" = -version ]; then
                    echo 'Picked up JAVA_TOOL_OPTIONS: none' >&2
                    echo 'openjdk version "VERSION" 2025-04-15' >&2
                else
                    printf '%s\\n' "$@"
                fi
                """
            .replace("VERSION", version));
    executable(java);
    return home;
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private record Started(int code, String output) {}

  private Started start(Path script, Path javaHome, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", javaHome.toString());
    builder.environment().remove("SADDLEPOINT_JAVA_OPTS");
    builder.environment().put("LC_ALL", locale);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Started(process.waitFor(), output);
  }
}
