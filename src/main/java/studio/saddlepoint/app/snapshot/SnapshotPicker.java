package studio.saddlepoint.app.snapshot;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.FxThrottle;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.run.RunFolder;

/** Chooses weights of the open run: which step, and averaged or raw. */
public final class SnapshotPicker extends HBox {
  /** How soon new checkpoints appear in the list. */
  private static final Duration LISTED_EVERY = Duration.ofSeconds(2);

  private final StudioModel model;
  private final ComboBox<SnapshotChoice> choices = new ComboBox<>();
  private final Segments<Boolean> averaged;
  private final Button older;
  private final Button newer;
  private final ToggleButton keep = Buttons.toggle(Feather.BOOKMARK, "snapshot.keep");
  private final Button branch = Buttons.icon(Feather.GIT_BRANCH, "snapshot.branch", this::branch);
  private final FxThrottle listing;
  private final ChangeListener<Object> changed = (property, old, now) -> list();
  private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper();
  private @Nullable OpenRun run;
  private boolean visible;
  private OptionalLong wanted = OptionalLong.empty();

  /**
   * A picker for the run that is open.
   *
   * @param model what the window works on
   */
  public SnapshotPicker(StudioModel model) {
    this.model = model;
    getStyleClass().add("snapshot-picker");
    setAlignment(Pos.CENTER_LEFT);
    listing = new FxThrottle(model.ui(), () -> LISTED_EVERY, this::read);
    Label title = new Label(Messages.text("snapshot.title"));
    title.getStyleClass().add(Styles.TEXT_MUTED);
    title.setMinWidth(USE_PREF_SIZE);
    title.setLabelFor(choices);
    Terms.link(title, "snapshot");
    choices.setId("snapshot");
    choices.setPrefWidth(212);
    choices.setMinWidth(120);
    choices.setAccessibleText(Messages.text("snapshot.name"));
    choices.setPromptText(Messages.text("snapshot.none"));
    Buttons.explain(choices, Messages.text("snapshot.tip"));
    choices.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable SnapshotChoice choice) {
            return choice == null ? "" : choice.title();
          }

          @Override
          public SnapshotChoice fromString(String text) {
            throw new UnsupportedOperationException();
          }
        });
    older = Buttons.icon(Feather.CHEVRON_LEFT, "snapshot.older", () -> step(1));
    older.setId("snapshot-older");
    newer = Buttons.icon(Feather.CHEVRON_RIGHT, "snapshot.newer", () -> step(-1));
    newer.setId("snapshot-newer");
    averaged =
        new Segments<>(
            Messages.text("snapshot.weights"),
            List.of(true, false),
            each -> each ? "snapshot.averaged" : "snapshot.raw");
    keep.setId("snapshot-keep");
    keep.setOnAction(event -> keep());
    branch.setId("snapshot-branch");
    getChildren().addAll(title, older, choices, newer, keep, branch, averaged);
    choices.getSelectionModel().selectedIndexProperty().addListener((p, old, now) -> arrange());
    choices.valueProperty().addListener((p, old, now) -> arrange());
    arrange();
    model.openRunProperty().addListener((p, old, now) -> follow(now));
    follow(model.openRunProperty().get());
  }

  /** The weights chosen; nothing where the run has none yet. */
  public ReadOnlyObjectProperty<@Nullable SnapshotChoice> choiceProperty() {
    return choices.valueProperty();
  }

  /** Whether the averaged weights are chosen. */
  public ReadOnlyObjectProperty<Boolean> averagedProperty() {
    return averaged.valueProperty();
  }

  /** Whether the run's checkpoints have been listed. */
  public ReadOnlyBooleanProperty listedProperty() {
    return listed.getReadOnlyProperty();
  }

  /** Becomes visible or not; a hidden picker does not look for new checkpoints. */
  public void show(boolean now) {
    visible = now;
    list();
  }

  /**
   * Chooses the weights of a step once the checkpoints are listed, or the nearest, which is told.
   *
   * @param step which
   * @param mean whether averaged ones
   */
  public void choose(long step, boolean mean) {
    averaged.valueProperty().set(mean);
    wanted = OptionalLong.of(step);
    read();
  }

  private void chooseWanted() {
    if (wanted.isEmpty()) {
      return;
    }
    long step = wanted.getAsLong();
    wanted = OptionalLong.empty();
    choices.getItems().stream()
        .filter(SnapshotChoice.Saved.class::isInstance)
        .map(SnapshotChoice.Saved.class::cast)
        .min(Comparator.comparingLong(each -> Math.abs(each.step() - step)))
        .ifPresent(
            nearest -> {
              choices.setValue(nearest);
              if (nearest.step() != step) {
                model.tell(
                    Notice.info(
                        Messages.text(
                            "snapshot.nearest", Texts.count(step), Texts.count(nearest.step()))));
              }
            });
  }

  private void follow(@Nullable OpenRun next) {
    if (run != null) {
      run.history().versionProperty().removeListener(changed);
      run.statusProperty().removeListener(changed);
    }
    run = next;
    wanted = OptionalLong.empty();
    listed.set(false);
    choices.getItems().clear();
    if (next != null) {
      next.history().versionProperty().addListener(changed);
      next.statusProperty().addListener(changed);
      read();
    }
  }

  private void list() {
    if (visible && run != null) {
      listing.request();
    }
  }

  private void read() {
    OpenRun asked = run;
    if (asked == null) {
      return;
    }
    RunFolder folder = asked.folder();
    // A folder that is gone has no checkpoints; whoever trains in it tells of that.
    CompletableFuture.supplyAsync(folder::checkpoints)
        .exceptionally(error -> List.of())
        .thenAcceptAsync(
            found -> {
              if (asked == run) {
                take(SnapshotChoice.of(asked.active(), found));
                chooseWanted();
              }
            },
            model.ui());
  }

  /** Keeps what is chosen where it still is; live gives way to the newest step after the end. */
  private void take(List<SnapshotChoice> found) {
    listed.set(true);
    if (found.equals(choices.getItems())) {
      return;
    }
    SnapshotChoice before = choices.getValue();
    boolean first = choices.getItems().isEmpty();
    SnapshotChoice next =
        !first && before != null && found.contains(before)
            ? before
            : first || before == null ? newest(found) : near(before, found);
    if (Objects.equals(next, before)) {
      // Setting items clears the selection for a moment, which would load the weights again.
      found.stream()
          .filter(each -> !choices.getItems().contains(each))
          .forEach(each -> choices.getItems().add(found.indexOf(each), each));
      choices.getItems().retainAll(found);
    } else {
      choices.getItems().setAll(found);
      choices.setValue(next);
    }
    arrange();
  }

  private static @Nullable SnapshotChoice newest(List<SnapshotChoice> found) {
    return found.isEmpty() ? null : found.get(0);
  }

  /** The same step under another name, as after it was kept; else the newest. */
  private static @Nullable SnapshotChoice near(SnapshotChoice before, List<SnapshotChoice> found) {
    return found.stream()
        .filter(
            each ->
                before instanceof SnapshotChoice.Saved was
                    && each instanceof SnapshotChoice.Saved is
                    && was.step() == is.step())
        .findFirst()
        .orElseGet(() -> newest(found));
  }

  /** Keeps the checkpoint chosen for good, or no longer. */
  private void keep() {
    OpenRun asked = run;
    if (asked == null || !(choices.getValue() instanceof SnapshotChoice.Saved saved)) {
      return;
    }
    RunFolder folder = asked.folder();
    keep.setDisable(true);
    model
        .tasks()
        .run(
            Messages.text(saved.kept() ? "snapshot.releasing" : "snapshot.keeping"),
            progress ->
                saved.kept() ? folder.release(saved.checkpoint()) : folder.keep(saved.checkpoint()))
        .onDone(done -> read())
        .onFailed(
            error -> {
              model.tell(Notice.problem(error));
              arrange();
              read();
            });
  }

  /** A run that goes on from the weights chosen; from the newest kept ones where these are live. */
  private void branch() {
    OpenRun now = run;
    if (now != null) {
      long step =
          choices.getValue() instanceof SnapshotChoice.Saved saved ? saved.step() : Long.MAX_VALUE;
      model.branch(now, step);
    }
  }

  private void step(int by) {
    int next = choices.getSelectionModel().getSelectedIndex() + by;
    if (next >= 0 && next < choices.getItems().size()) {
      choices.getSelectionModel().select(next);
    }
  }

  private void arrange() {
    int at = choices.getSelectionModel().getSelectedIndex();
    older.setDisable(at < 0 || at + 1 >= choices.getItems().size());
    newer.setDisable(at <= 0);
    branch.setDisable(
        choices.getItems().stream().noneMatch(SnapshotChoice.Saved.class::isInstance));
    boolean kept = choices.getValue() instanceof SnapshotChoice.Saved saved && saved.kept();
    keep.setSelected(kept);
    keep.setDisable(!(choices.getValue() instanceof SnapshotChoice.Saved));
  }
}
