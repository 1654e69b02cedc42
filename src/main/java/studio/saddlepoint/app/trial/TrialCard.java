package studio.saddlepoint.app.trial;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.Remedies;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Cover;
import studio.saddlepoint.app.fx.ProgressPane;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.train.trial.PairedDifference;
import studio.saddlepoint.train.trial.TrialPlan.Side;
import studio.saddlepoint.train.trial.TrialResult;

/**
 * The trial of a remedy over the page: what is tried, how far each of its trainings is, what came
 * of it, and what is to become of the better side. Closed, the trial goes on.
 */
public final class TrialCard extends VBox {
  private static final double WIDTH = 640;
  private static final double SEED_PERCENT = 16;
  private static final double VALUE_PERCENT = 28;
  private static final double HIGHEST = 620;

  private final TrialModel trial;
  private final Cover cover;
  private final Label what = words("trial-what");
  private final Label where = words("muted");
  private final BudgetRow budget;
  private final GridPane table = new GridPane();
  private final VBox progress = new VBox();
  private final VBox outcome = new VBox(8);
  private final HBox buttons = new HBox(8);
  private Optional<RunningTask<TrialResult>> watched = Optional.empty();

  /**
   * A card that is not shown yet.
   *
   * @param model whose trials they are
   */
  public TrialCard(StudioModel model) {
    trial = model.trials();
    cover = new Cover(this, trial.shownProperty()::get, () -> trial.shownProperty().set(false));
    budget = new BudgetRow(trial::start);
    setId("trial");
    getStyleClass().addAll("preferences", "trial");
    setPrefWidth(WIDTH);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setMargin(this, new Insets(16));
    Label title = new Label(Messages.text("trial.title"));
    title.getStyleClass().add("card-title");
    Terms.link(title, "trial");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button close = Buttons.icon(Feather.X, "trial.close", cover::close);
    close.setId("trial-close");
    HBox head = new HBox(8, title, space, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("card-head");
    table.setId("trial-table");
    table.getStyleClass().add("trial-table");
    for (HPos align : List.of(HPos.LEFT, HPos.RIGHT, HPos.RIGHT, HPos.RIGHT)) {
      ColumnConstraints column = new ColumnConstraints();
      column.setHalignment(align);
      column.setPercentWidth(align == HPos.LEFT ? SEED_PERCENT : VALUE_PERCENT);
      table.getColumnConstraints().add(column);
    }
    buttons.setAlignment(Pos.CENTER_RIGHT);
    for (Region each : List.of(progress, outcome, buttons)) {
      each.managedProperty().bind(each.visibleProperty());
    }
    VBox body = new VBox(what, where, budget, table, progress, outcome, buttons);
    body.getStyleClass().add("trial-body");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    body.heightProperty()
        .addListener(
            (p, old, now) -> scroll.setPrefViewportHeight(Math.min(HIGHEST, now.doubleValue())));
    scroll.getStyleClass().add("form-scroll");
    getChildren().addAll(head, scroll);
    visibleProperty().bind(trial.shownProperty());
    managedProperty().bind(trial.shownProperty());
    trial.shownProperty().addListener(o -> refresh());
    trial.versionProperty().addListener(o -> refresh());
    // What lies over a page goes with it; the trial goes on.
    model.pageProperty().addListener(o -> trial.shownProperty().set(false));
  }

  private static Label words(String style) {
    Label words = new Label();
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.getStyleClass().add(style);
    return words;
  }

  private void refresh() {
    Optional<OpenRun> run = trial.run();
    if (!trial.shownProperty().get() || run.isEmpty()) {
      return;
    }
    what.setText(trial.remedy().text());
    where.setText(
        Messages.text(
            trial.holds() ? "trial.where.waits" : "trial.where",
            Remedies.changes(trial.remedy()),
            Escapes.name(run.get().title()),
            trial
                .plan()
                .map(each -> Messages.text("trial.step", step(each.from().checkpoint().step())))
                .orElse(Messages.text("trial.newest"))));
    budget.show(trial.budget(), trial.any());
    fill();
    watch();
    boolean over = trial.state() != TrialModel.State.RUNNING;
    progress.setVisible(!over);
    outcome.getChildren().setAll(outcome());
    outcome.setVisible(!outcome.getChildren().isEmpty());
    List<Button> offered = trial.undecided() ? decisions() : List.of();
    if (offered.size() != buttons.getChildren().size()) {
      buttons.getChildren().setAll(offered);
    }
    buttons.setVisible(!offered.isEmpty());
  }

  private static String step(long step) {
    return Texts.count(step);
  }

  /** Its progress with the button that ends it, made once for each trial. */
  private void watch() {
    Optional<RunningTask<TrialResult>> now = trial.task();
    if (!now.equals(watched)) {
      watched = now;
      progress.getChildren().clear();
      now.ifPresent(task -> progress.getChildren().add(new ProgressPane(task)));
    }
  }

  private void fill() {
    table.getChildren().clear();
    table.addRow(
        0, head("trial.seed"), head("trial.without"), head("trial.with"), head("trial.difference"));
    for (int i = 0; i < trial.budget().seeds(); i++) {
      int pair = i;
      String seed =
          trial.plan().map(each -> Long.toString(each.seed(pair))).orElse(Integer.toString(i + 1));
      table.addRow(
          i + 1, new Label(seed), cell(Side.WITHOUT, i), cell(Side.WITH, i), difference(i));
    }
  }

  private static Label head(String key) {
    Label head = new Label(Messages.text(key));
    head.getStyleClass().add("finding-name");
    return head;
  }

  private Label cell(Side side, int pair) {
    Optional<TrialArms.Arm> arm = trial.arms().arm(side, pair);
    Label cell = new Label(arm.map(TrialCard::words).orElse("–"));
    if (arm.flatMap(TrialArms.Arm::fid).isEmpty()) {
      cell.getStyleClass().add("muted");
    }
    return cell;
  }

  private static String words(TrialArms.Arm arm) {
    if (arm.fid().isPresent()) {
      double fid = arm.fid().get();
      return Double.isNaN(fid) ? Messages.text("trial.diverged") : number("%.2f", fid);
    }
    return arm.share() < 1
        ? Messages.text("trial.training", Long.toString(Math.round(100 * arm.share())))
        : Messages.text("trial.measuring");
  }

  private Label difference(int pair) {
    Optional<Double> without = trial.arms().arm(Side.WITHOUT, pair).flatMap(TrialArms.Arm::fid);
    Optional<Double> with = trial.arms().arm(Side.WITH, pair).flatMap(TrialArms.Arm::fid);
    boolean known =
        without.isPresent() && with.isPresent() && !Double.isNaN(with.get() - without.get());
    return new Label(known ? number("%+.2f", with.get() - without.get()) : "–");
  }

  private static String number(String format, double value) {
    return String.format(Locale.ENGLISH, format, value);
  }

  private List<Node> outcome() {
    List<Node> nodes = new ArrayList<>();
    switch (trial.state()) {
      case HOLDING -> nodes.add(say(Feather.PAUSE, Messages.text("trial.holding")));
      case CANCELLED -> nodes.add(say(Feather.X_CIRCLE, Messages.text("trial.cancelled")));
      case FAILED -> nodes.add(say(Feather.ALERT_TRIANGLE, trial.problem()));
      case DONE -> trial.result().ifPresent(result -> tell(result, nodes));
      default -> {
        return nodes;
      }
    }
    return nodes;
  }

  private void tell(TrialResult result, List<Node> nodes) {
    boolean none = result.difference().map(PairedDifference::none).orElse(false);
    boolean better = result.better().filter(each -> each == Side.WITH).isPresent();
    Label verdict =
        say(
            none ? Feather.MINUS_CIRCLE : better ? Feather.TRENDING_UP : Feather.TRENDING_DOWN,
            headline(result));
    verdict.setId("trial-verdict");
    verdict.getStyleClass().add("trial-verdict");
    nodes.add(verdict);
    result.difference().ifPresent(each -> nodes.add(new DifferenceBar(each)));
    Label about = words("muted");
    about.setText(
        Messages.text(
            none ? "trial.about.none" : "trial.about",
            trial.plan().map(each -> each.extractor().kind().label()).orElse("")));
    nodes.add(about);
  }

  private static String headline(TrialResult result) {
    Optional<PairedDifference> difference = result.difference();
    if (difference.isEmpty()) {
      return result.verdict();
    }
    PairedDifference each = difference.get();
    String key =
        each.none() ? "trial.none.found" : each.mean() < 0 ? "trial.better" : "trial.worse";
    return Messages.text(
        key,
        number("%.2f", Math.abs(each.mean())),
        number("%+.2f", each.low()),
        number("%+.2f", each.high()),
        Integer.toString(each.count()));
  }

  private static Label say(Feather icon, String text) {
    Label label = words("trial-said");
    label.setText(text);
    label.setGraphic(new FontIcon(icon));
    label.setGraphicTextGap(8);
    return label;
  }

  private List<Button> decisions() {
    List<Button> offered = new ArrayList<>();
    offered.add(id(Buttons.labelled(Feather.CORNER_UP_LEFT, "trial.leave", trial::leave), "leave"));
    if (trial.applicable()) {
      offered.add(id(Buttons.labelled(Feather.CHECK, "trial.apply", trial::apply), "apply"));
    }
    Button adopt = id(Buttons.labelled(Feather.GIT_BRANCH, "trial.adopt", trial::adopt), "adopt");
    adopt.getStyleClass().add(Styles.ACCENT);
    offered.add(adopt);
    return offered;
  }

  private static Button id(Button button, String name) {
    button.setId("trial-" + name);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }
}
