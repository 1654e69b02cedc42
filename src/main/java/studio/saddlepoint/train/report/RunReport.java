package studio.saddlepoint.train.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.RunFolder;

/**
 * A run as one HTML file that needs nothing else: its recipe, charts, sample sheets, scores,
 * findings and history, light or dark as its reader likes it, and fit to be printed.
 */
public final class RunReport {
  private static final String STYLE = "report.css";

  private RunReport() {}

  /**
   * Writes the report of a run, whole or not at all.
   *
   * @param caches what can be made again: where the curves are kept if the run folder takes nothing
   * @throws StudioException if the run cannot be read or the file not be written
   */
  public static void write(RunFolder run, Path caches, Path file, Progress progress) {
    String page = of(run, caches, progress);
    progress.checkCancelled();
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      AtomicFile.ON_DISK.write(file, page);
    } catch (IOException e) {
      throw new StudioException(
          English.of(
              "%s cannot be written (%s). Check the folder and the free space, or choose another place.",
              file, DiskErrors.reason(e)),
          e);
    }
  }

  /** The page of a run. */
  static String of(RunFolder run, Path caches, Progress progress) {
    ReportContent content = ReportContent.of(run, caches, progress);
    progress.report("Writing the report", 0.9);
    Map<String, Html> parts = new LinkedHashMap<>();
    put(parts, "charts", ReportFigures.charts(content));
    put(parts, "samples", ReportFigures.samples(content));
    put(parts, "scores", ReportScores.of(content.scores()));
    put(parts, "findings", ReportFindings.of(content));
    put(parts, "recipe", ReportRecipe.of(content));
    put(parts, "history", ReportHistory.of(content));
    Html body = ReportHead.of(content, parts.keySet());
    parts.values().forEach(body::with);
    Html page = new Html();
    page.open("html", "lang", "en").open("head");
    page.single("meta", "charset", "utf-8");
    page.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.single("meta", "name", "color-scheme", "content", "light dark");
    page.single(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    page.element("title", run.title() + " – Saddlepoint");
    page.style(style()).close();
    page.open("body").open("main").with(body).with(ReportFoot.of(content)).close().close().close();
    progress.report("Writing the report", 1);
    return "<!DOCTYPE html>\n" + page;
  }

  private static void put(Map<String, Html> parts, String id, Html part) {
    if (!part.toString().isEmpty()) {
      parts.put(id, part);
    }
  }

  private static String style() {
    try (InputStream in = RunReport.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IllegalStateException("Missing resource " + STYLE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("Unreadable resource " + STYLE, e);
    }
  }
}
