package studio.saddlepoint.app.start;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Lesson;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.Page;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.Training;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.CardGrid;
import studio.saddlepoint.app.fx.EmptyState;
import studio.saddlepoint.app.keys.Shortcut;
import studio.saddlepoint.app.runs.RunActions;
import studio.saddlepoint.core.English;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.list.RunSummary;
import studio.saddlepoint.run.list.RunTree;
import studio.saddlepoint.train.plan.PlanRequest;

/** The first page: recipes to train with one click, and the runs there are already. */
public final class StartPage implements Page {
  private static final double WIDEST = 1280;
  private static final double LEAST_CARD = 280;
  private static final double GAP = 16;
  private static final double FIND_WIDTH = 240;

  /** So many runs leave room for the recipes. */
  private static final int NEWEST = 3;

  private final StudioModel model;
  private final Thumbnails thumbnails;
  private final RunSizes sizes;
  private final RunActions actions;
  private final VBox runList = new VBox();

  /** Runs and data of the person's own, which come first, and recipes. */
  private final VBox column = new VBox();

  private final VBox runSection = new VBox();
  private final UserDataSets ownData;
  private final PlanBox plan;
  private final Button allRuns;

  /** Whether all runs are shown, or the newest only. */
  private boolean everyRun;

  private final CustomTextField find = field();
  private @Nullable Node content;

  /**
   * A start page.
   *
   * @param model what the window works on
   */
  public StartPage(StudioModel model) {
    this.model = model;
    this.thumbnails = new Thumbnails(model);
    this.ownData = new UserDataSets(model);
    this.plan = new PlanBox(model, thumbnails, new PlanModel(model, PlanRequest::answer));
    this.allRuns = Buttons.labelled(Feather.CHEVRONS_DOWN, "start.runs.all", this::showAll);
    allRuns.setId("start-runs-all");
    allRuns.managedProperty().bind(allRuns.visibleProperty());
    this.sizes = new RunSizes(model);
    this.actions = new RunActions(model);
  }

  @Override
  public String id() {
    return "start";
  }

  @Override
  public String title() {
    return Messages.text("start.title");
  }

  @Override
  public Ikon icon() {
    return Feather.HOME;
  }

  @Override
  public Node content() {
    Node made = content;
    if (made == null) {
      made = build();
      content = made;
    }
    return made;
  }

  private Node build() {
    Label title = new Label(Messages.text("start.title"));
    title.getStyleClass().add(Styles.TITLE_2);
    Label subtitle = new Label(Messages.text("start.subtitle"));
    subtitle.getStyleClass().add("muted");
    TilePane cards = new TilePane();
    cards.getStyleClass().add("recipe-cards");
    List<RecipeCard> all =
        Recipes.embedded().stream()
            .map(recipe -> new RecipeCard(model, thumbnails, recipe))
            .toList();
    cards.getChildren().setAll(all);
    StackPane none = new StackPane();
    none.managedProperty().bind(none.visibleProperty());
    none.setVisible(false);
    find.textProperty()
        .addListener(
            (p, old, words) -> {
              List<RecipeCard> found = all.stream().filter(card -> card.matches(words)).toList();
              cards.getChildren().setAll(found);
              none.setVisible(found.isEmpty());
              none.getChildren().setAll(nothingFound(words.strip()));
            });
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    HBox top = new HBox(16, new VBox(4, title, subtitle), between, find);
    top.setAlignment(Pos.BOTTOM_LEFT);
    Label earlier = new Label(Messages.text("start.runs"));
    earlier.getStyleClass().add(Styles.TITLE_3);
    Button refresh = Buttons.icon(Feather.REFRESH_CW, "start.refresh", model::refreshRuns);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, earlier, space, refresh);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("start-section");
    runList.getStyleClass().add("run-list");
    runSection.getChildren().setAll(head, runList, allRuns);
    runSection.getStyleClass().add("run-list");
    column.getChildren().setAll(ownData, plan, lessons(), top, cards, none);
    column.getStyleClass().add("start-page");
    column.setMaxWidth(WIDEST);
    cards.widthProperty().addListener(o -> fit(cards));
    HBox centre = new HBox(column);
    HBox.setHgrow(column, Priority.ALWAYS);
    centre.setAlignment(Pos.TOP_CENTER);
    ScrollPane scroll = new ScrollPane(centre);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("page-scroll");
    model.runs().addListener((ListChangeListener<RunSummary>) change -> list());
    list();
    return scroll;
  }

  /** The ways to the lessons. */
  private VBox lessons() {
    Label title = new Label(Messages.text("start.lessons"));
    title.getStyleClass().add(Styles.TITLE_3);
    CardGrid cards = new CardGrid(LEAST_CARD, GAP);
    for (Lesson lesson : Lesson.values()) {
      cards.getChildren().add(new LessonCard(model, lesson));
    }
    return new VBox(8, title, cards);
  }

  private static EmptyState nothingFound(String words) {
    return new EmptyState(
        Feather.SEARCH,
        Messages.text("start.find.none", words),
        Messages.text("start.find.none.text"));
  }

  private static CustomTextField field() {
    CustomTextField find = new CustomTextField();
    find.setId("find-method");
    find.setLeft(new FontIcon(Feather.SEARCH));
    find.setPromptText(Messages.text("start.find"));
    find.setAccessibleText(Messages.text("start.find"));
    Buttons.explain(find, Shortcut.FIND.tip(Messages.text("start.find.tip")));
    find.setMinWidth(FIND_WIDTH);
    find.setMaxWidth(FIND_WIDTH);
    return find;
  }

  /** As many cards side by side as fit, which then share the whole width. */
  private static void fit(TilePane cards) {
    double gap = cards.getHgap();
    double columns = Math.max(1, Math.floor((cards.getWidth() + gap) / (LEAST_CARD + gap)));
    double width = Math.floor((cards.getWidth() - gap * (columns - 1)) / columns);
    cards.getChildren().forEach(card -> ((Region) card).setPrefWidth(width));
    cards.setPrefTileWidth(width);
    cards.setPrefColumns((int) columns);
  }

  private void list() {
    RunRow keyboard = withKeyboard();
    int place = runList.getChildren().indexOf(keyboard);
    fill();
    if (keyboard != null) {
      List<RunRow> rows =
          runList.getChildren().stream()
              .filter(RunRow.class::isInstance)
              .map(RunRow.class::cast)
              .toList();
      rows.stream()
          .filter(row -> row.folder().equals(keyboard.folder()))
          .findFirst()
          .or(() -> rows.stream().limit(place + 1L).reduce((first, second) -> second))
          .ifPresentOrElse(RunRow::takeKeyboard, find::requestFocus);
    }
  }

  /**
   * The row that the keyboard is in, which stays in that run's row when all are made anew, or goes
   * to the one that took its place.
   */
  private @Nullable RunRow withKeyboard() {
    Node at = runList.getScene() == null ? null : runList.getScene().getFocusOwner();
    while (at != null && !(at instanceof RunRow)) {
      at = at.getParent();
    }
    return (RunRow) at;
  }

  private void fill() {
    runList.getChildren().clear();
    if (model.runs().isEmpty()) {
      runList
          .getChildren()
          .add(
              new EmptyState(
                  Feather.ARCHIVE,
                  Messages.text("start.empty"),
                  Messages.text("start.empty.text")));
    }
    Instant now = Instant.now();
    int shown = everyRun ? model.runs().size() : Math.min(NEWEST, model.runs().size());
    if (everyRun) {
      for (RunTree.Entry each : RunTree.newestFirst(model.runs())) {
        runList.getChildren().add(row(each.run(), now).below(each.depth()));
      }
    } else {
      for (RunSummary run : model.runs().subList(0, shown)) {
        runList.getChildren().add(row(run, now));
      }
    }
    sizes.measure(model.runs());
    allRuns.setVisible(shown < model.runs().size());
    allRuns.setText(Messages.text("start.runs.all", model.runs().size()));
    // Recipes come first only for who has no runs yet.
    column.getChildren().remove(runSection);
    column.getChildren().add(model.runs().isEmpty() ? column.getChildren().size() : 0, runSection);
  }

  private void showAll() {
    everyRun = true;
    list();
  }

  private RunRow row(RunSummary run, Instant now) {
    return new RunRow(model, thumbnails, sizes, actions, run, now);
  }

  @Override
  public void shown() {
    model.refreshRuns();
    ownData.list();
  }

  @Override
  public void hidden() {
    // nothing runs
  }

  @Override
  public boolean find() {
    find.requestFocus();
    find.selectAll();
    return true;
  }

  @Override
  public void close() {
    // nothing is held
  }

  /** A line about the open run: what it does right now, where this program trains it. */
  static String line(RunSummary run, Instant now, OpenRun open) {
    if (!open.active()) {
      return line(run, now);
    }
    Training.Status status = open.statusProperty().get();
    return Messages.text(
        status.state() == Training.State.PAUSED ? "start.run.paused" : "start.run.live",
        Texts.count(status.step()),
        Texts.count(status.steps()),
        English.brief(open.counts().imagesSeen()));
  }

  /** A line about a run: where it stands and when it last changed. */
  static String line(RunSummary run, Instant now) {
    if (run.recipe().filter(StartPage::imported).isPresent()) {
      return Messages.text("start.run.imported", Texts.ago(run.lastChange(), now));
    }
    return Messages.text(
        run.locked() ? "start.run.live" : "start.run.line",
        Texts.count(run.lastStep()),
        run.recipe().isPresent() ? Texts.count(run.steps()) : "–",
        English.brief(run.imagesSeen()),
        Texts.ago(run.lastChange(), now));
  }

  private static boolean imported(Recipe recipe) {
    return !recipe.generator().architecture().offered();
  }
}
