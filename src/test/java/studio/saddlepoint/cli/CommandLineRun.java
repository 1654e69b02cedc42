package studio.saddlepoint.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import studio.saddlepoint.core.Home;

/**
 * A command as a person sees it.
 *
 * @param code the exit code
 * @param out the standard output
 * @param err the standard error
 */
record CommandLineRun(int code, String out, String err) {
  /** Runs a command with all folders below one. */
  static CommandLineRun of(Path home, String... args) {
    return of(home, false, args);
  }

  static CommandLineRun of(Path home, boolean terminal, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    CommandOutput console = new CommandOutput(stream(out), stream(err), terminal);
    int code = Main.run(args, console, Home.at(home));
    return new CommandLineRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** The standard output, which must be one JSON document. */
  JsonElement json() {
    return JsonParser.parseString(out);
  }
}
