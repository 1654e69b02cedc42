package studio.saddlepoint;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program in a process of its own, with another environment.
 *
 * @param code the exit code
 * @param out the standard output
 * @param err the standard error
 */
public record ChildProgram(int code, String out, String err) {
  /** In place of a variable's value: it is not set. */
  public static final String UNSET = "";

  /**
   * Runs a command to its end.
   *
   * @param folder where it runs, and where its output is kept
   * @param environment variables that differ from this process's
   * @param options of the JVM
   * @param args the command
   */
  public static ChildProgram run(
      Path folder, Map<String, String> environment, List<String> options, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(each -> each.startsWith("-Dai.djl") || each.startsWith("-DOPT_OUT"))
        .forEach(command::add);
    command.add("-Xmx512m");
    command.addAll(options);
    command.addAll(List.of("-cp", classPath()));
    command.add(Saddlepoint.class.getName());
    command.addAll(List.of(args));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    environment.forEach(
        (name, value) -> {
          builder.environment().remove(name);
          if (!value.equals(UNSET)) {
            builder.environment().put(name, value);
          }
        });
    int code = builder.start().waitFor();
    return new ChildProgram(code, text(out), text(err));
  }

  /** Of this process, also from another folder. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(each -> Path.of(each).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String text(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    Files.delete(file);
    return text;
  }
}
