package studio.saddlepoint.app.train;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.chart.ChartRequest;
import studio.saddlepoint.app.chart.ChartSettings;
import studio.saddlepoint.app.chart.spec.SeriesSpec;
import studio.saddlepoint.app.pictures.AskingPlace;
import studio.saddlepoint.app.pictures.ChartSaving;
import studio.saddlepoint.run.curve.CurveTable;

/**
 * Takes a chart out of the program: as it is drawn, or its numbers.
 *
 * @param model does the work, and tells when it is done
 * @param places asks where to save
 * @param settings tells which curves are hidden
 */
record ChartExport(StudioModel model, AskingPlace places, ChartSettings settings) {
  /** Saves what a chart shows. */
  void save(ChartCard card, ChartSaving.FileKind kind) {
    OpenRun run = model.openRunProperty().get();
    ChartRequest request =
        card.request(ChartSaving.WIDTH, ChartSaving.HEIGHT, ChartSaving.SCALE, true);
    if (run == null || request == null) {
      return;
    }
    Set<String> keys = new LinkedHashSet<>(shown(card));
    new ChartSaving(model, places)
        .save(
            request,
            card.title(),
            run.folder().id() + "-" + card.spec().id(),
            kind,
            (file, progress) -> CurveTable.write(run.folder().events(), keys, file, progress));
  }

  private List<String> shown(ChartCard card) {
    return card.told().stream()
        .map(SeriesSpec.Line::key)
        .filter(key -> !settings.hidden().contains(key))
        .toList();
  }
}
