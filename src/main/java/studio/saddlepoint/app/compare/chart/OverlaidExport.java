package studio.saddlepoint.app.compare.chart;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.chart.ChartFile;
import studio.saddlepoint.app.chart.ChartRequest;
import studio.saddlepoint.app.compare.model.CompareModel;
import studio.saddlepoint.app.pictures.AskingPlace;
import studio.saddlepoint.run.curve.Points;

/**
 * Takes a chart out of the program: as it is drawn, or its numbers.
 *
 * @param studio does the work, and tells when it is done
 * @param model names the runs
 * @param places asks where to save
 */
record OverlaidExport(StudioModel studio, CompareModel model, AskingPlace places) {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 480;

  /** Pixels a unit of a saved picture. */
  private static final double SCALE = 2;

  /** The files there are. */
  enum FileKind {
    PNG,
    SVG,
    CSV;

    /** Of the file's name. */
    String ending() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private interface Writing {
    byte[] bytes() throws Exception;
  }

  /** Saves what a chart shows. */
  void save(OverlaidCard card, FileKind kind) {
    ChartRequest request = card.request(WIDTH, HEIGHT, SCALE);
    if (request == null) {
      return;
    }
    String title = card.quantity().title();
    Map<String, Points> numbers = new LinkedHashMap<>();
    card.lines()
        .forEach(
            line ->
                line.run()
                    .series(line.key())
                    .ifPresent(series -> numbers.put(model.name(line.run()), series.points())));
    Writing writing =
        switch (kind) {
          case PNG -> () -> ChartFile.png(request, title);
          case SVG -> () -> ChartFile.svg(request, title).getBytes(StandardCharsets.UTF_8);
          case CSV -> () -> csv(numbers).getBytes(StandardCharsets.UTF_8);
        };
    String name =
        card.quantity().key().replaceAll("[^A-Za-z0-9.-]+", "-") + "-compared." + kind.ending();
    places
        .ask(Messages.text("chart.save"), name)
        .ifPresent(
            file ->
                studio
                    .tasks()
                    .run(Messages.text("chart.saving", title), progress -> write(file, writing))
                    .onDone(
                        saved ->
                            studio.tell(Notice.success(Messages.text("chart.saved", title, saved))))
                    .onFailed(e -> studio.tell(Notice.problem(e))));
  }

  private static Path write(Path file, Writing writing) throws Exception {
    ChartFile.write(file, writing.bytes());
    return file;
  }

  /**
   * A line for each bucket of each run (RFC 4180).
   *
   * @param numbers by the runs' names
   */
  static String csv(Map<String, Points> numbers) {
    StringBuilder csv = new StringBuilder("run,step,mean,lowest,highest,values\r\n");
    numbers.forEach(
        (name, points) -> {
          String quoted = '"' + name.replace("\"", "\"\"") + '"';
          for (int i = 0; i < points.size(); i++) {
            csv.append(quoted)
                .append(',')
                .append((long) points.steps()[i])
                .append(',')
                .append(points.means()[i])
                .append(',')
                .append(points.lows()[i])
                .append(',')
                .append(points.highs()[i])
                .append(',')
                .append(points.counts()[i])
                .append("\r\n");
          }
        });
    return csv.toString();
  }
}
