package studio.saddlepoint.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.FineTuning;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.Page;
import studio.saddlepoint.app.ParameterNames;
import studio.saddlepoint.app.Settings;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Training;
import studio.saddlepoint.app.film.FilmSaving;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.EmptyState;
import studio.saddlepoint.app.fx.Painter;
import studio.saddlepoint.app.pictures.SavePlaces;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;

/** The page where a training is set up, watched and tuned. */
public final class TrainPage implements Page {
  private static final double FORM_WIDTH = 288;
  private static final double SHEET_WIDTH = 272;

  private final StudioModel model;
  private final Painter painter = new Painter();
  private final RecipeFormModel formModel;
  private final StackPane content = new StackPane();
  private final Label banner = new Label();
  private final VerdictLine verdict;
  private final ChartsPanel charts;
  private final HistoryCard history;
  private final SheetPanel sheets;
  private final RecipeForm form;
  private final StackPane middle = new StackPane();
  private final SplitPane split;
  private final Node nothing;
  private final VBox watching;
  private final InvalidationListener news = o -> refresh();
  private final InvalidationListener preview = o -> refreshSheets();
  private final InvalidationListener state = o -> refreshState();
  private final InvalidationListener recipe = o -> followRecipe();
  private double formShare = 0.235;
  private double sheetShare = 0.285;
  private boolean visible;

  /**
   * A page.
   *
   * @param model what the window works on
   */
  public TrainPage(StudioModel model) {
    this.model = model;
    formModel = new RecipeFormModel(model.undo());
    SavePlaces places = new SavePlaces(model, () -> content.getScene().getWindow());
    charts = new ChartsPanel(model, painter, places);
    history = new HistoryCard(charts::point, model::branch);
    sheets = new SheetPanel(model, places);
    model
        .toFilmProperty()
        .addListener(
            (p, old, now) -> {
              if (now != null) {
                new FilmSaving(model, places).training(now.run(), now.sheets());
              }
            });
    form = new RecipeForm(formModel, model, this::startNew);
    formModel.onRestored(form::show);
    banner.getStyleClass().add("banner");
    banner.setWrapText(true);
    banner.setMinHeight(Region.USE_PREF_SIZE);
    banner.setMaxWidth(Double.MAX_VALUE);
    banner.managedProperty().bind(banner.visibleProperty());
    VBox.setVgrow(charts, Priority.ALWAYS);
    verdict = new VerdictLine(() -> model.findingsShownProperty().set(true));
    watching = new VBox(8, banner, verdict, charts, history);
    split = new SplitPane(form, middle, sheets);
    split.getStyleClass().add("train-split");
    split.setDividerPositions(formShare, 1 - sheetShare); // the first frame is right already
    split.widthProperty().addListener(o -> keepShares());
    split.setOnMouseReleased(
        event -> {
          formShare = split.getDividerPositions()[0];
          sheetShare = 1 - split.getDividerPositions()[1];
        });
    nothing =
        new EmptyState(
            Feather.ACTIVITY,
            Messages.text("train.empty"),
            Messages.text("train.empty.text"),
            Buttons.labelled(
                Feather.HOME, "train.empty.go", () -> model.pageProperty().set("start")));
    StackPane.setAlignment(nothing, Pos.CENTER);
    model.openRunProperty().addListener((property, old, now) -> attach(old, now));
    model.draftProperty().addListener(o -> attach(null, model.openRunProperty().get()));
    model.fineTuningProperty().addListener(o -> startsFrom());
    attach(null, model.openRunProperty().get());
  }

  /** Lets the next page show all charts that have something to draw. */
  public static void showAllCharts(Settings settings) {
    ChartChoice.wantAll(settings);
  }

  @Override
  public String id() {
    return "train";
  }

  @Override
  public String title() {
    return Messages.text("rail.train");
  }

  @Override
  public Ikon icon() {
    return Feather.ACTIVITY;
  }

  @Override
  public Node content() {
    return content;
  }

  @Override
  public void shown() {
    visible = true;
    refresh();
  }

  @Override
  public void hidden() {
    visible = false;
  }

  @Override
  public boolean find() {
    boolean there = content.getChildren().contains(split);
    if (there) {
      form.find();
    }
    return there;
  }

  @Override
  public void close() {
    painter.close();
  }

  private void attach(@Nullable OpenRun old, @Nullable OpenRun run) {
    if (old != null) {
      old.history().versionProperty().removeListener(news);
      old.loadingProperty().removeListener(news);
      old.previewProperty().removeListener(preview);
      old.statusProperty().removeListener(state);
      old.followedProperty().removeListener(state);
      old.recipeProperty().removeListener(recipe);
      old.lookedAtProperty().removeListener(news);
    }
    Recipe draft = model.draftProperty().get();
    if (run != null) {
      run.history().versionProperty().addListener(news);
      run.loadingProperty().addListener(news);
      run.previewProperty().addListener(preview);
      run.statusProperty().addListener(state);
      run.followedProperty().addListener(state);
      run.recipeProperty().addListener(recipe);
      run.lookedAtProperty().addListener(news);
      formModel.show(run.recipe());
    } else if (draft != null) {
      formModel.show(draft);
    }
    form.alwaysOffer(run == null);
    startsFrom();
    content.getChildren().setAll(run == null && draft == null ? nothing : split);
    middle
        .getChildren()
        .setAll(run != null || draft == null ? watching : about(draft, fineTuning()));
    charts.show(run);
    history.show(run);
    sheets.show(run);
    refreshState();
  }

  /** The fine-tuning that is set up; empty while a run is open. */
  private Optional<FineTuning> fineTuning() {
    return model.openRunProperty().get() == null
        ? Optional.ofNullable(model.fineTuningProperty().get())
        : Optional.empty();
  }

  private void startsFrom() {
    fineTuning().filter(FineTuning::branches).ifPresent(from -> formModel.follow(from.recipe()));
    form.ofRun(model.openRunProperty().get() != null);
    form.startsFrom(
        fineTuning(),
        Optional.ofNullable(model.openRunProperty().get()).flatMap(run -> run.folder().origin()));
  }

  /** What a recipe is, before its first run, or what fine-tuning it does. */
  private static Node about(Recipe recipe, Optional<FineTuning> from) {
    if (from.isPresent()) {
      String key = from.get().branches() ? "branch" : "finetune";
      Label data = new Label(Messages.text(key + ".next"));
      data.setWrapText(true);
      data.getStyleClass().addAll("muted", "empty-state-text");
      return new EmptyState(
          Feather.GIT_BRANCH,
          Messages.text(key + ".title", Escapes.name(from.get().run().title())),
          Messages.text(key + ".text"),
          data);
    }
    List<Label> facts = new ArrayList<>();
    String departures =
        recipe.departures().isBlank()
            ? ""
            : Messages.text("recipe.departures", recipe.departures());
    for (String fact : List.of(recipe.expect(), recipe.paper(), departures)) {
      if (!fact.isBlank()) {
        Label label = new Label(fact);
        label.setWrapText(true);
        label.getStyleClass().addAll("muted", "empty-state-text");
        facts.add(label);
      }
    }
    Label next = new Label(Messages.text("train.draft.text"));
    next.setWrapText(true);
    next.getStyleClass().add("empty-state-text");
    facts.add(next);
    return new EmptyState(
        Feather.SLIDERS, recipe.title(), recipe.summary(), facts.toArray(Node[]::new));
  }

  /** Panels keep their share of the page when it changes its width. */
  private void keepShares() {
    model
        .ui()
        .execute(
            () ->
                split.setDividerPositions(
                    Math.max(formShare, FORM_WIDTH / split.getWidth()),
                    1 - Math.max(sheetShare, SHEET_WIDTH / split.getWidth())));
  }

  private void refresh() {
    if (visible) {
      charts.refresh();
      history.refresh();
      OpenRun run = model.openRunProperty().get();
      if (run != null && run.loadingProperty().get()) {
        verdict.setText(""); // what is read so far says nothing
      } else if (run != null) {
        verdict.show(run.verdict());
      }
    }
    refreshSheets();
  }

  private void refreshSheets() {
    if (visible) {
      sheets.refresh();
    }
  }

  private void refreshState() {
    OpenRun run = model.openRunProperty().get();
    formModel.imagesSeen(() -> run == null ? 0 : run.counts().imagesSeen());
    formModel.liveChanges(
        run != null && run.active(),
        (key, value) -> {
          if (run != null) {
            run.change(key, value);
          }
        });
    boolean followed = run != null && run.followedProperty().get();
    boolean failed = run != null && run.statusProperty().get().state() == Training.State.FAILED;
    banner.setVisible(followed || failed);
    banner.getStyleClass().remove("banner-problem");
    if (followed) {
      banner.setText(Messages.text("train.followed"));
      banner.setGraphic(new FontIcon(Feather.EYE));
    } else if (failed) {
      banner.setText(ParameterNames.put(run.statusProperty().get().message()));
      banner.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
      banner.getStyleClass().add("banner-problem");
    }
  }

  private void followRecipe() {
    OpenRun run = model.openRunProperty().get();
    if (run != null) {
      formModel.follow(run.recipe());
    }
  }

  private void startNew() {
    try {
      model.train(formModel.edited(), fineTuning());
    } catch (StudioException e) {
      model.tell(Notice.problem(e));
    }
  }
}
