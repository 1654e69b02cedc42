package studio.saddlepoint.app.compare.chart;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.chart.ChartFile;
import studio.saddlepoint.app.chart.ChartRequest;
import studio.saddlepoint.app.compare.model.CompareModel;
import studio.saddlepoint.app.pictures.AskingPlace;
import studio.saddlepoint.app.pictures.ChartSaving;
import studio.saddlepoint.run.curve.Points;

/**
 * Takes a chart out of the program: as it is drawn, or its numbers.
 *
 * @param studio does the work, and tells when it is done
 * @param model names the runs
 * @param places asks where to save
 */
record OverlaidExport(StudioModel studio, CompareModel model, AskingPlace places) {
  /** Saves what a chart shows. */
  void save(OverlaidCard card, ChartSaving.FileKind kind) {
    ChartRequest request = card.request(ChartSaving.WIDTH, ChartSaving.HEIGHT, ChartSaving.SCALE);
    if (request == null) {
      return;
    }
    Map<String, Points> numbers = new LinkedHashMap<>();
    card.lines()
        .forEach(
            line ->
                line.run()
                    .series(line.key())
                    .ifPresent(series -> numbers.put(model.name(line.run()), series.points())));
    new ChartSaving(studio, places)
        .save(
            request,
            card.quantity().title(),
            card.quantity().key().replaceAll("[^A-Za-z0-9.-]+", "-") + "-compared",
            kind,
            (file, progress) ->
                ChartFile.write(file, csv(numbers).getBytes(StandardCharsets.UTF_8)));
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
