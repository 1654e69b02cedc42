package studio.saddlepoint.app.lab;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.ProgressBox;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.core.English;
import studio.saddlepoint.lab.judge.JudgeLook;

/** A run's discriminator over the plane of its data, and its samples on their way through it. */
final class JudgePanel extends BuiltExperiment {
  private static final double FASTEST = 8;
  private static final List<String> PRESETS = List.of("wander", "newest");

  private final RunRow run;
  private final JudgeModel model;
  private final LabCanvas canvas = new LabCanvas(Messages.text("lab.judge.canvas"), this::paint);
  private final Figures figures =
      new Figures(
          "lab.judge.figure.real",
          "lab.judge.figure.fake",
          "lab.judge.apart",
          "lab.judge.wandered");
  private final SliderRow label;
  private final PictureSaving saving;
  private boolean newest;
  private boolean seen;
  private boolean following;

  JudgePanel(StudioModel studio, PictureSaving saving) {
    super("judge");
    this.saving = saving;
    run = new RunRow(studio, id(), false);
    model = new JudgeModel(studio);
    label = new SliderRow("lab.judge.class", 0, 1, 1, this::className);
    label
        .valueProperty()
        .addListener(
            o -> {
              if (!following) {
                use();
              }
            });
    run.folderProperty()
        .addListener(
            o -> {
              following = true;
              label.valueProperty().set(0);
              following = false;
              use();
            });
    model.timeline().changesProperty().addListener(o -> show());
    model.problemProperty().addListener(o -> show());
    model.openingProperty().addListener(o -> show());
    canvas.setId("lab-judge-canvas");
    Terms.link(figures.name(0), "discriminator-output");
    Terms.link(figures.name(1), "discriminator-output");
  }

  private String className(double at) {
    int index = (int) Math.round(at);
    List<String> names = model.classNames();
    return index < names.size() ? names.get(index) : "–";
  }

  @Override
  ExperimentView build() {
    Transport transport =
        new Transport(
                id(),
                model.pace(),
                FASTEST,
                model.timeline(),
                () -> Messages.text("lab.moment", English.of("%,d", model.timeline().now().step())),
                List.of(stepping(this::step)),
                this::reset,
                () -> saving.save(canvas, "judge"))
            .filming(this::film);
    Label problem = new Label();
    problem.setId("lab-judge-problem");
    problem.getStyleClass().add("problem-text");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    problem.textProperty().bind(model.problemProperty());
    Button again = Buttons.labelled(Feather.REFRESH_CW, "lab.run.again", model::again);
    again.setId("lab-judge-again");
    for (Region each : List.of(problem, again)) {
      each.visibleProperty().bind(model.problemProperty().isNotEmpty());
      each.managedProperty().bind(each.visibleProperty());
    }
    ProgressBox progress = new ProgressBox();
    model.openingProperty().addListener((p, old, now) -> progress.show(now, again));
    Label plane = new Label(Messages.text("lab.judge.plane"));
    plane.setWrapText(true);
    plane.getStyleClass().add("muted");
    plane.setMinHeight(Region.USE_PREF_SIZE);
    return new ExperimentView(
        id(),
        PRESETS,
        this::preset,
        canvas,
        figures,
        List.of(run, problem, again, progress, label, plane),
        transport);
  }

  private void step() {
    model.pace().runningProperty().set(false);
    model.advance(() -> {});
  }

  private void reset() {
    model.pace().runningProperty().set(false);
    newest = false;
    model.again();
    use();
  }

  @Override
  public void preset(String id) {
    newest = id.equals("newest");
    Path folder = run.folderProperty().get();
    if (folder != null) {
      model.begin(ask(folder));
    }
    model.pace().runningProperty().set(!newest);
  }

  private JudgeAsk ask(Path folder) {
    int index = (int) Math.round(label.valueProperty().get());
    return new JudgeAsk(folder, run.title(), index, newest);
  }

  /** A run is opened only once it is looked at; another one begins with its first class. */
  private void use() {
    Path folder = run.folderProperty().get();
    if (seen && folder != null) {
      model.use(ask(folder));
    }
    show();
  }

  @Override
  void show() {
    following = true;
    int classes = model.classNames().size();
    if (classes > 0) {
      label.setMost(classes - 1);
    }
    label.setVisible(classes > 0);
    label.setManaged(classes > 0);
    label.tell();
    following = false;
    JudgeMoment now = model.timeline().now();
    if (now.look().isEmpty()) {
      figures.show("–", "–", "–", "–");
    } else {
      JudgeLook look = now.look().get();
      figures.show(
          English.of("%.2f", look.ofReal()),
          English.of("%.2f", look.ofFake()),
          English.of("%.2f", look.apart()),
          English.of("%.2f", look.wandered(first())));
    }
    tell(() -> now.look().map(each -> JudgeWords.of(each, first())).orElse(waiting()));
    canvas.repaint();
  }

  /** The first look that is kept. */
  private JudgeLook first() {
    return model.timeline().until().get(0).look().orElseThrow();
  }

  /** Why nothing is seen yet. */
  private String waiting() {
    return Messages.text(
        !model.problemProperty().get().isEmpty()
            ? "lab.run.problem"
            : run.folderProperty().get() == null ? "lab.run.nothing" : "lab.run.wait");
  }

  private void film() {
    List<JudgeMoment> way = model.timeline().all();
    saving.film(
        id(), canvas, way.size(), i -> pen -> JudgePainter.paint(pen, way.subList(0, i + 1)));
  }

  private void paint(LabPen pen) {
    if (model.timeline().now().look().isEmpty()) {
      pen.middle(waiting(), pen.width() / 2, pen.height() / 2, pen.colours().text());
    } else {
      JudgePainter.paint(pen, model.timeline().until());
    }
  }

  @Override
  public void shown() {
    seen = true;
    run.refresh();
    use();
    model.pace().show(true);
  }

  @Override
  public void hidden() {
    seen = false;
    model.pace().show(false);
  }

  @Override
  public void close() {
    model.close();
  }
}
