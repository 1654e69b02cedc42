package studio.saddlepoint.app.lab;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.ProgressBox;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.core.English;
import studio.saddlepoint.lab.picture.PictureChange;
import studio.saddlepoint.lab.picture.PictureTable;
import studio.saddlepoint.lab.picture.PictureTable.Distances;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.extractor.Extractors;

/** A picture that is changed: how far it then is by pixels, and how far by features. */
final class PicturesPanel extends BuiltExperiment {
  private static final int MOMENTS = 200;
  private static final int PICTURES = 40;
  private static final double FASTEST = 30;
  private static final List<String> PRESETS = List.of("aside", "learnt", "holes");

  private final Timeline<PicturesState> timeline = new Timeline<>(MOMENTS, PicturesState.DEFAULT);
  private final Pace pace;
  private final PicturesModel model;
  private final LabCanvas canvas = new LabCanvas(Messages.text("lab.pictures.canvas"), this::paint);
  private final Figures figures =
      new Figures("lab.pictures.shifted", "lab.pictures.nearest", "lab.pictures.farthest");
  private final ChoiceRow<String> source =
      new ChoiceRow<>(
          "lab.pictures.source",
          List.of("shapes", "strokes"),
          each -> Messages.text("lab.pictures.source." + each));
  private final ChoiceRow<ExtractorKind> extractor =
      new ChoiceRow<>(
          "lab.pictures.extractor",
          Extractors.ALL.stream().filter(each -> !each.takesFile()).toList(),
          ExtractorKind::label);
  private final SliderRow picture =
      new SliderRow(
          "lab.pictures.picture", 0, PICTURES - 1, 1, at -> English.of("%d", 1 + Math.round(at)));
  private final SliderRow amount =
      new SliderRow(
          "lab.pictures.change.amount",
          0,
          PictureTable.STEPS,
          1,
          at -> English.of("%.0f %%", 100 * Math.round(at) / (double) PictureTable.STEPS));
  private final PictureSaving saving;
  private boolean following;

  PicturesPanel(StudioModel studio, PictureSaving saving) {
    super("pictures");
    this.saving = saving;
    model = new PicturesModel(studio);
    pace = new Pace(studio.ui(), 4, this::advance);
    pace.speedProperty().set(4);
    timeline.changesProperty().addListener(o -> show());
    source.valueProperty().addListener((p, old, now) -> change(state -> state.from(now)));
    extractor.valueProperty().addListener((p, old, now) -> change(state -> state.by(now)));
    picture
        .valueProperty()
        .addListener(
            (p, old, now) -> change(state -> state.of((int) Math.round(now.doubleValue()))));
    amount
        .valueProperty()
        .addListener(
            (p, old, now) -> change(state -> state.at((int) Math.round(now.doubleValue()))));
    Terms.link(extractor.name(), "features");
    model.tableProperty().addListener(o -> show());
    model.problemProperty().addListener(o -> show());
    canvas.setId("lab-pictures-canvas");
  }

  private void change(UnaryOperator<PicturesState> change) {
    if (!following && !change.apply(timeline.now()).equals(timeline.now())) {
      timeline.change(change);
      model.ask(timeline.now());
    }
  }

  @Override
  ExperimentView build() {
    Button step = stepping(this::step);
    Transport transport =
        new Transport(
            id(),
            pace,
            FASTEST,
            timeline,
            () -> Messages.text("lab.moment", English.of("%d", timeline.now().step())),
            List.of(step),
            this::reset,
            () -> saving.save(canvas, "distances"));
    Label problem = new Label();
    problem.getStyleClass().add("problem-text");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    problem.textProperty().bind(model.problemProperty());
    Button again = Buttons.labelled(Feather.REFRESH_CW, "lab.pictures.again", model::again);
    again.setId("lab-pictures-again");
    for (Region each : List.of(problem, again)) {
      each.visibleProperty().bind(model.problemProperty().isNotEmpty());
      each.managedProperty().bind(each.visibleProperty());
    }
    ProgressBox progress = new ProgressBox();
    model.openingProperty().addListener((p, old, now) -> progress.show(now, again));
    return new ExperimentView(
        id(),
        PRESETS,
        this::preset,
        canvas,
        figures,
        List.of(problem, again, progress, source, extractor, picture, amount),
        transport);
  }

  private static boolean ended(PicturesState state) {
    return state.step() >= PictureTable.STEPS;
  }

  private void step() {
    pace.runningProperty().set(false);
    if (!ended(timeline.now())) {
      timeline.advance(state -> state.at(state.step() + 1));
    }
  }

  private void advance(int steps, Runnable done) {
    for (int i = 0; i < steps && !ended(timeline.now()); i++) {
      timeline.advance(state -> state.at(state.step() + 1));
    }
    if (ended(timeline.now())) {
      pace.runningProperty().set(false);
    }
    done.run();
  }

  private void reset() {
    begin(PicturesState.DEFAULT);
  }

  private void begin(PicturesState state) {
    pace.runningProperty().set(false);
    timeline.restart(state);
    model.ask(state);
  }

  @Override
  public void preset(String id) {
    switch (id) {
      case "learnt" -> begin(PicturesState.LEARNT);
      case "holes" -> {
        begin(PicturesState.DEFAULT.at(0));
        pace.runningProperty().set(true);
      }
      default -> begin(PicturesState.DEFAULT.from("strokes").at(2));
    }
  }

  @Override
  void show() {
    PicturesState now = timeline.now();
    following = true;
    source.valueProperty().set(now.source());
    extractor.valueProperty().set(now.extractor());
    picture.valueProperty().set(now.picture());
    amount.valueProperty().set(now.step());
    following = false;
    PictureTable table = model.tableProperty().get();
    if (table == null) {
      figures.show("–", "–", "–");
    } else {
      Distances shift = table.of(PictureChange.SHIFT, now.step()).distances();
      figures.show(
          both(shift),
          told(table, nearest(table, now.step())),
          told(table, farthest(table, now.step())));
    }
    tell(() -> words(table, now.step()));
    canvas.repaint();
  }

  private static String both(Distances distances) {
    return Messages.text(
        "lab.pictures.both",
        English.of("%.2f", distances.pixels()),
        English.of("%.2f", distances.features()));
  }

  private String told(PictureTable table, PictureChange change) {
    return Messages.text(
        "lab.pictures.told",
        PicturesPainter.name(change, table.shape()),
        English.of("%.2f", table.of(change, timeline.now().step()).distances().features()));
  }

  private static Comparator<PictureChange> byFeatures(PictureTable table, int step) {
    return Comparator.comparingDouble(each -> table.of(each, step).distances().features());
  }

  private static PictureChange nearest(PictureTable table, int step) {
    return Stream.of(PictureChange.values()).min(byFeatures(table, step)).orElseThrow();
  }

  private static PictureChange farthest(PictureTable table, int step) {
    return Stream.of(PictureChange.values()).max(byFeatures(table, step)).orElseThrow();
  }

  private String words(@Nullable PictureTable table, int step) {
    if (table == null) {
      return Messages.text(
          model.problemProperty().get().isEmpty()
              ? "lab.pictures.tell.opening"
              : "lab.pictures.tell.problem");
    }
    if (step == 0) {
      return Messages.text("lab.pictures.tell.begin");
    }
    Distances shift = table.of(PictureChange.SHIFT, step).distances();
    int pixels = PictureChange.shifted(table.shape(), (double) step / PictureTable.STEPS);
    String key =
        shift.features() < 0.75 * shift.pixels()
            ? "lab.pictures.tell.sees"
            : "lab.pictures.tell.blind";
    return Messages.text(
        key,
        English.count(pixels, "pixel"),
        English.of("%.2f", shift.pixels()),
        English.of("%.2f", shift.features()),
        table.extractor());
  }

  private void paint(LabPen pen) {
    PictureTable table = model.tableProperty().get();
    if (table == null) {
      pen.middle(
          Messages.text(
              model.problemProperty().get().isEmpty()
                  ? "lab.pictures.tell.opening"
                  : "lab.pictures.tell.problem"),
          pen.width() / 2,
          pen.height() / 2,
          pen.colours().text());
    } else {
      PicturesPainter.paint(pen, table, timeline.now().step());
    }
  }

  @Override
  public void shown() {
    model.ask(timeline.now());
    pace.show(true);
  }

  @Override
  public void hidden() {
    pace.show(false);
  }

  @Override
  public void close() {
    pace.runningProperty().set(false);
    model.close();
  }
}
