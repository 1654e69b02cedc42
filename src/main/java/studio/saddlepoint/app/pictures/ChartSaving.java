package studio.saddlepoint.app.pictures;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.chart.ChartFile;
import studio.saddlepoint.app.chart.ChartRequest;
import studio.saddlepoint.core.Progress;

/**
 * Takes a chart out of the program: as it is drawn, or its numbers.
 *
 * @param studio does the work, and tells when it is done
 * @param places asks where to save
 */
public record ChartSaving(StudioModel studio, AskingPlace places) {
  /** Width of a saved picture, in units. */
  public static final int WIDTH = 960;

  /** Height of a saved picture, in units. */
  public static final int HEIGHT = 480;

  /** Pixels a unit of a saved picture. */
  public static final double SCALE = 2;

  /** The files there are. */
  public enum FileKind {
    /** A picture of pixels. */
    PNG,
    /** A picture of lines. */
    SVG,
    /** The numbers. */
    CSV;

    /** Of the file's name. */
    public String ending() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Writes the numbers of a chart. */
  @FunctionalInterface
  public interface Numbers {
    /** Writes them into a file. */
    void write(Path file, Progress progress) throws Exception;
  }

  /**
   * Asks where, and saves.
   *
   * @param request the chart as it is drawn
   * @param title its heading
   * @param name of the file, without an ending
   */
  public void save(
      ChartRequest request, String title, String name, FileKind kind, Numbers numbers) {
    Numbers writing =
        switch (kind) {
          case PNG -> (file, progress) -> ChartFile.write(file, ChartFile.png(request, title));
          case SVG ->
              (file, progress) ->
                  ChartFile.write(
                      file, ChartFile.svg(request, title).getBytes(StandardCharsets.UTF_8));
          case CSV -> numbers;
        };
    places
        .ask(Messages.text("chart.save"), name + "." + kind.ending())
        .ifPresent(
            file ->
                studio
                    .tasks()
                    .run(
                        Messages.text("chart.saving", title),
                        progress -> {
                          writing.write(file, progress);
                          return file;
                        })
                    .onDone(
                        saved ->
                            studio.tell(Notice.success(Messages.text("chart.saved", title, saved))))
                    .onFailed(e -> studio.tell(Notice.problem(e))));
  }
}
