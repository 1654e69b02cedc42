package studio.saddlepoint.app.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.SheetSample;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.pictures.Look;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.run.event.Event;

/** The samples of a sheet, each with what is known of it and the way to the explorer. */
final class SheetLooks {
  private final StudioModel model;
  private final OpenRun run;
  private final Event.Sheet told;
  private final ClassSheet sheet;
  private final SheetSamples samples;

  /**
   * The samples of a sheet.
   *
   * @param model opens the explorer
   * @param run whose sheet it is
   * @param seen the sheet
   */
  SheetLooks(StudioModel model, OpenRun run, ToldSheet seen) {
    this.model = model;
    this.run = run;
    this.told = seen.told();
    this.sheet = seen.sheet();
    this.samples = SheetSamples.of(sheet, told);
  }

  /** All of them; the whole sheet where it cannot be parted. */
  List<Look> all() {
    if (samples.all().isEmpty()) {
      return List.of(
          new Look(
              sheet.picture(),
              Messages.text("sheet.step", Texts.count(told.step())),
              name("sheet"),
              notes()));
    }
    return IntStream.range(0, samples.all().size()).mapToObj(this::look).toList();
  }

  /** Which of {@link #all()} is at a place. */
  int at(SheetView.Spot spot) {
    return samples.at(spot.block(), spot.x(), spot.y()).orElse(0);
  }

  private String name(String what) {
    String weights = told.averaged() ? "" : "raw-";
    return String.format(
        Locale.ROOT, "%s-step-%d-%s%s", run.folder().id(), told.step(), weights, what);
  }

  private Map<String, String> notes() {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("run", run.folder().id());
    notes.put("step", Long.toString(told.step()));
    notes.put("weights", told.averaged() ? "averaged" : "raw");
    return notes;
  }

  private Look look(int index) {
    SheetSamples.Sample sample = samples.all().get(index);
    LatentPoint point = new LatentPoint.Sheet(run.folder().recipe().seed(), index);
    Map<String, String> notes = notes();
    notes.put("latent", point.toString());
    if (told.classes() > 0) {
      notes.put("label", Integer.toString(sample.label()));
    }
    if (!sample.name().isEmpty()) {
      notes.put("class", sample.name());
    }
    String weights = Messages.text(told.averaged() ? "sheet.averaged" : "sheet.raw");
    String caption =
        sample.name().isEmpty()
            ? Messages.text(
                "sheet.sample", Texts.count(index + 1L), Texts.count(told.step()), weights)
            : Messages.text(
                "sheet.sample.class",
                Texts.count(index + 1L),
                sample.name(),
                Texts.count(told.step()),
                weights);
    SheetSample place = new SheetSample(point, sample.label(), told.step(), told.averaged());
    return new Look(
        sample.picture(),
        caption,
        name("sample-" + (index + 1)),
        notes,
        Optional.of(new Look.Lead("look.explore", () -> model.explore(place))));
  }
}
