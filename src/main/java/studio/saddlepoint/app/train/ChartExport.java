package studio.saddlepoint.app.train;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.chart.ChartFile;
import studio.saddlepoint.app.chart.ChartRequest;
import studio.saddlepoint.app.chart.ChartSettings;
import studio.saddlepoint.app.chart.spec.SeriesSpec;
import studio.saddlepoint.app.pictures.AskingPlace;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.run.curve.CurveTable;

/**
 * Takes a chart out of the program: as it is drawn, or its numbers.
 *
 * @param model does the work, and tells when it is done
 * @param places asks where to save
 * @param settings tells which curves are hidden
 */
record ChartExport(StudioModel model, AskingPlace places, ChartSettings settings) {
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

  /** Work that writes a file. */
  private interface Writing {
    void to(Path file, Progress progress) throws Exception;
  }

  /** Saves what a chart shows. */
  void save(ChartCard card, FileKind format) {
    OpenRun run = model.openRunProperty().get();
    ChartRequest request = card.request(WIDTH, HEIGHT, SCALE, true);
    if (run == null || request == null) {
      return;
    }
    String title = card.title();
    Writing writing =
        switch (format) {
          case PNG -> (file, progress) -> ChartFile.write(file, ChartFile.png(request, title));
          case SVG ->
              (file, progress) ->
                  ChartFile.write(
                      file, ChartFile.svg(request, title).getBytes(StandardCharsets.UTF_8));
          case CSV -> {
            Set<String> keys = new LinkedHashSet<>(shown(card));
            yield (file, progress) -> CurveTable.write(run.folder().events(), keys, file, progress);
          }
        };
    String name = run.folder().id() + "-" + card.spec().id() + "." + format.ending();
    places
        .ask(Messages.text("chart.save"), name)
        .ifPresent(
            file ->
                model
                    .tasks()
                    .run(
                        Messages.text("chart.saving", title),
                        progress -> {
                          writing.to(file, progress);
                          return file;
                        })
                    .onDone(
                        saved ->
                            model.tell(Notice.success(Messages.text("chart.saved", title, saved))))
                    .onFailed(e -> model.tell(Notice.problem(e))));
  }

  private List<String> shown(ChartCard card) {
    return card.told().stream()
        .map(SeriesSpec.Line::key)
        .filter(key -> !settings.hidden().contains(key))
        .toList();
  }
}
