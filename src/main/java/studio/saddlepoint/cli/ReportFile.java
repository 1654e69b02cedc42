package studio.saddlepoint.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.StudioException;

/**
 * A Markdown file of sections, each with a sentence on how it was made and one table. What is
 * measured anew replaces its row; rows that were made the same way before stay.
 */
final class ReportFile {
  private static final String SECTION = "## ";
  private static final String RULE = "| ---";

  private final String title;
  private final Map<String, Section> sections = new LinkedHashMap<>();

  /** Rows by their first cell, under the two lines of the table's head. */
  private record Section(String protocol, String head, Map<String, String> rows) {}

  /**
   * A report with nothing in it.
   *
   * @param title its heading
   */
  ReportFile(String title) {
    this.title = title;
  }

  /**
   * What a file holds so far; nothing if there is no file.
   *
   * @throws StudioException if it cannot be read
   */
  static ReportFile read(Path file, String title) {
    ReportFile report = new ReportFile(title);
    if (Files.exists(file)) {
      try {
        report.parse(Files.readAllLines(file, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new StudioException(
            file + " cannot be read as text: name another file for the tables.", e);
      }
    }
    return report;
  }

  private void parse(List<String> lines) {
    @Nullable String section = null;
    String protocol = "";
    String head = "";
    for (String line : lines) {
      if (line.startsWith(SECTION)) {
        section = line.substring(SECTION.length());
        protocol = "";
        head = "";
      } else if (section == null || line.isBlank()) {
        continue;
      } else if (!line.startsWith("|")) {
        protocol = line;
      } else if (head.isEmpty()) {
        head = line;
        begin(section, protocol, head);
      } else if (!line.startsWith(RULE)) {
        sections.get(section).rows().put(key(line), line);
      }
    }
  }

  /**
   * Begins a section, or goes on with it where it was made in the same way.
   *
   * @param name its heading
   * @param protocol how its numbers are made, one line
   * @param head the first line of its table
   */
  void begin(String name, String protocol, String head) {
    Section known = sections.get(name);
    if (known == null || !known.protocol().equals(protocol) || !known.head().equals(head)) {
      sections.put(name, new Section(protocol, head, new LinkedHashMap<>()));
    }
  }

  /** Puts a row into a section that was begun, in place of one with the same first cell. */
  void row(String section, String line) {
    sections.get(section).rows().put(key(line), line);
  }

  /** Whether a section that was begun has a row with this first cell. */
  boolean has(String section, String cell) {
    return sections.get(section).rows().containsKey(cell);
  }

  /** The cells of the rows of a section that was begun, in their order. */
  List<List<String>> cells(String section) {
    return sections.get(section).rows().values().stream()
        .map(row -> Stream.of(row.strip().split("\\|")).skip(1).map(String::strip).toList())
        .toList();
  }

  private static String key(String line) {
    return line.split("\\|", 3)[1].strip();
  }

  /** The whole file. */
  String text() {
    StringBuilder text = new StringBuilder("# ").append(title).append('\n');
    sections.forEach(
        (name, section) -> {
          text.append('\n').append(SECTION).append(name).append("\n\n");
          text.append(section.protocol()).append("\n\n").append(section.head()).append('\n');
          long cells = section.head().chars().filter(c -> c == '|').count() - 1;
          text.append("| --- |").append(" ---: |".repeat((int) cells - 1)).append('\n');
          section.rows().values().forEach(row -> text.append(row).append('\n'));
        });
    return text.toString();
  }

  /** Writes what there is so far; where that fails, what follows goes on and it is told. */
  void writeSoFar(Path file, CommandOutput console) {
    try {
      write(file);
    } catch (StudioException e) {
      console.note(e.getMessage() + " It is tried again with what comes next.");
    }
  }

  /**
   * Writes or replaces a file; what was there before stays where that fails.
   *
   * @throws StudioException if it cannot be written
   */
  void write(Path file) {
    try {
      AtomicFile.ON_DISK.write(file, text());
    } catch (IOException e) {
      throw new StudioException(
          "The tables cannot be written to " + file + ": " + DiskErrors.reason(e) + ".", e);
    }
  }
}
