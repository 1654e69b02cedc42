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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script, and the list of licences. */
class PackagingTest {
    private static final Path PACKAGING = Path.of("packaging");

    /** Jars that only tests use. */
    private static final Pattern OF_TESTS =
            Pattern.compile(
                    "(junit|opentest4j|apiguardian|archunit|testfx|openjfx-monocle|hamcrest|org.osgi|assertj|byte-buddy|surefire).*");

    @TempDir Path folder;

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
                        links.resolve("inner"),
                        links.relativize(program.resolve("bin/saddlepoint")));
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

    private Path program() throws IOException {
        Path program = folder.resolve("my programs").resolve("saddlepoint");
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
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Started(process.waitFor(), output);
    }
}
