package studio.saddlepoint.train.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The tables that come with the program, as text, to be changed. */
final class PlanFiles {
  private PlanFiles() {}

  static String text(String name) {
    try (InputStream in = PlanFiles.class.getResourceAsStream("/assets/plan/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
