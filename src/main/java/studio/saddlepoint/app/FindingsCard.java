package studio.saddlepoint.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Cover;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.app.trial.LeftTrialsRow;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.RunDiagnosis;
import studio.saddlepoint.train.diagnosis.Severity;

/**
 * The findings of a training, over the page: what, the evidence, why, and what to do. Goes with the
 * page. Not a window of its own, so that it looks the same everywhere.
 */
final class FindingsCard extends VBox {
  private static final int MOST = 30;
  private static final double HIGHEST = 420;

  private final StudioModel model;
  private final BooleanProperty shown;
  private final Cover cover;
  private final VBox list = new VBox();
  private final InvalidationListener news = o -> refresh();
  private final InvalidationListener looked =
      o -> {
        seen = -1;
        refresh();
      };
  private final VerdictLabel verdict = new VerdictLabel();
  private final Label watching = new Label();
  private final Button look = Buttons.labelled(Feather.EYE, "findings.look", this::look);
  private final LeftTrialsRow left;
  private List<Event.Found> listed = List.of();
  private @Nullable Recipe listedFor;
  private long seen = -1;

  FindingsCard(StudioModel model, BooleanProperty shown) {
    this.model = model;
    this.shown = shown;
    cover = new Cover(this, shown::get, () -> shown.set(false));
    getStyleClass().add("findings");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Label title = new Label(Messages.text("findings.title"));
    title.getStyleClass().add("card-title");
    Terms.link(title, "finding");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, title, space, Buttons.icon(Feather.X, "findings.close", this::close));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("card-head");
    list.getStyleClass().add("findings-list");
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("form-scroll");
    list.heightProperty()
        .addListener(
            (p, old, now) -> scroll.setPrefViewportHeight(Math.min(HIGHEST, now.doubleValue())));
    watching.getStyleClass().addAll("muted", "findings-watching");
    watching.setWrapText(true);
    verdict.getStyleClass().add("findings-verdict");
    look.setId("findings-look");
    look.managedProperty().bind(look.visibleProperty());
    VBox.setMargin(look, new Insets(0, 16, 12, 16));
    left = new LeftTrialsRow(model);
    getChildren().addAll(head, verdict, scroll, watching, look, left);
    visibleProperty().bind(shown);
    managedProperty().bind(shown);
    shown.addListener(o -> opened());
    model.pageProperty().addListener(o -> close());
    model.openRunProperty().addListener((property, old, now) -> attach(old, now));
    attach(null, model.openRunProperty().get());
  }

  private void attach(@Nullable OpenRun old, @Nullable OpenRun now) {
    if (old != null) {
      old.history().versionProperty().removeListener(news);
      old.lookedAtProperty().removeListener(looked);
      old.recipeProperty().removeListener(looked);
    }
    if (now != null) {
      now.history().versionProperty().addListener(news);
      now.lookedAtProperty().addListener(looked);
      now.recipeProperty().addListener(looked);
    }
    Remedies.forget(model);
    seen = -1;
    listed = List.of();
    list.getChildren().clear();
    close();
  }

  /** Lets the doctor look at a run that was not watched. */
  private void look() {
    OpenRun run = model.openRunProperty().get();
    if (run != null) {
      look.setDisable(true);
      RunningTask<RunDiagnosis> task = run.look();
      task.stateProperty().addListener(o -> look.setDisable(false));
    }
  }

  private void close() {
    cover.close();
  }

  private void opened() {
    OpenRun run = model.openRunProperty().get();
    if (run != null && shown.get()) {
      left.show(run);
    }
    refresh();
  }

  private void refresh() {
    OpenRun run = model.openRunProperty().get();
    if (run == null || !shown.get() || run.history().versionProperty().get() == seen) {
      return;
    }
    seen = run.history().versionProperty().get();
    verdict.show(run.verdict());
    Optional<RunDiagnosis> later = run.unwatched() ? run.lookedAt() : Optional.empty();
    watching.setText(
        later
            .map(FindingText::looks)
            .orElseGet(
                () ->
                    run.unwatched()
                        ? Messages.text("findings.unwatched.run")
                        : FindingText.watching(run.history().probes())));
    look.setVisible(run.unwatched() && later.isEmpty());
    List<Event.Found> all =
        later
            .map(each -> Stream.concat(each.earlier().stream(), each.open().stream()).toList())
            .orElseGet(() -> run.history().findings());
    if (all.equals(listed) && run.recipe().equals(listedFor)) {
      return; // a picture would flicker with every step
    }
    listed = List.copyOf(all);
    listedFor = run.recipe(); // which remedies it has already
    List<Event.Found> open =
        new ArrayList<>(later.map(RunDiagnosis::open).orElseGet(() -> run.history().open()));
    Collections.reverse(open);
    open.sort(Comparator.comparingInt(Severity::grade).reversed()); // the worst, then the newest
    List<Event.Found> earlier = new ArrayList<>();
    for (Event.Found each : all) {
      if (!each.over() && !open.contains(each)) {
        earlier.add(0, each);
      }
    }
    list.getChildren().clear();
    open.stream()
        .limit(MOST)
        .forEach(each -> list.getChildren().add(new FindingCard(model, run, each, this::close)));
    if (!earlier.isEmpty()) {
      Label title = new Label(Messages.text("findings.earlier"));
      title.getStyleClass().add("finding-name");
      list.getChildren().add(title);
      earlier.stream()
          .limit(MOST)
          .forEach(each -> list.getChildren().add(FindingCard.earlier(each, all)));
    }
  }
}
