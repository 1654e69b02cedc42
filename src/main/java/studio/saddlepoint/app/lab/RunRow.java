package studio.saddlepoint.app.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.snapshot.SnapshotChoice;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.recipe.network.Architecture;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.run.list.RunSummary;

/** Chooses a run of the list, the open one at first, and weights of it, the newest at first. */
final class RunRow extends VBox {
  private final StudioModel studio;
  private final ComboBox<RunSummary> runs;
  private final ComboBox<SnapshotChoice> weights;
  private final ReadOnlyObjectWrapper<@Nullable ChosenWeights> chosen =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Path> folder = new ReadOnlyObjectWrapper<>();
  private boolean filling;

  /** A run that is to be shown once it is in the list. */
  private @Nullable Path wanted;

  /**
   * A choice.
   *
   * @param id of the experiment
   * @param ofWeights whether weights are chosen, too
   */
  RunRow(StudioModel studio, String id, boolean ofWeights) {
    super(12);
    this.studio = studio;
    runs = box("lab-" + id + "-of", "lab.run.of", each -> Escapes.name(each.title()));
    weights = box("lab-" + id + "-weights", "lab.run.weights", SnapshotChoice::title);
    getChildren().add(row("lab.run.of", runs));
    if (ofWeights) {
      getChildren().add(row("lab.run.weights", weights));
    }
    runs.setPromptText(Messages.text("lab.run.none"));
    studio.runs().addListener((ListChangeListener<RunSummary>) change -> list());
    studio.openRunProperty().addListener((p, old, now) -> follow(now));
    runs.valueProperty()
        .addListener(
            (p, old, now) -> {
              if (!filling && now != null) {
                take(now.folder());
              }
            });
    weights.valueProperty().addListener(o -> choose());
    follow(studio.openRunProperty().get());
    list();
  }

  private static VBox row(String key, ComboBox<?> box) {
    Label name = new Label(Messages.text(key));
    Buttons.explain(name, Messages.text(key + ".tip"));
    VBox row = new VBox(name, box);
    row.getStyleClass().add("lab-row");
    return row;
  }

  private static <T> ComboBox<T> box(String id, String key, Function<T, String> words) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.setAccessibleText(Messages.text(key));
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    Buttons.explain(box, Messages.text(key + ".tip"));
    return box;
  }

  /** The weights that are looked at; nothing before there are some. */
  ReadOnlyObjectProperty<@Nullable ChosenWeights> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** The run that is looked at; nothing where there is none. */
  ReadOnlyObjectProperty<@Nullable Path> folderProperty() {
    return folder.getReadOnlyProperty();
  }

  /** What the run is called. */
  String title() {
    RunSummary run = runs.getValue();
    return run == null ? "" : Escapes.name(run.title());
  }

  /** Reads the list of runs and the checkpoints again: there may be others by now. */
  void refresh() {
    studio.refreshRuns();
    read();
  }

  private void follow(@Nullable OpenRun open) {
    if (open != null) {
      wanted = open.folder().path();
      list();
      if (wanted != null) {
        studio.refreshRuns(); // it has been made just now
      }
    }
  }

  private boolean sound(RunSummary run) {
    return run.problem().isEmpty()
        && (run.lastStep() > 0 || studio.trainsHere(run.folder()))
        && run.recipe()
            .filter(each -> each.generator().architecture() != Architecture.IMPORTED)
            .isPresent();
  }

  private void list() {
    List<RunSummary> found = studio.runs().stream().filter(this::sound).toList();
    Path before = folder.get();
    Path open = wanted;
    filling = true;
    runs.getItems().setAll(found);
    filling = false;
    if (before != null) {
      show(before);
    }
    if (open != null) {
      show(open);
    }
    if (runs.getValue() == null && !found.isEmpty()) {
      show(found.get(0).folder());
    }
  }

  /** Shows a run where it is in the list. */
  private void show(Path path) {
    runs.getItems().stream()
        .filter(each -> each.folder().equals(path))
        .findFirst()
        .ifPresent(
            each -> {
              filling = true;
              runs.setValue(each);
              filling = false;
              take(path);
              wanted = path.equals(wanted) ? null : wanted;
            });
  }

  private void take(Path path) {
    if (!path.equals(folder.get())) {
      folder.set(path);
      weights.getItems().clear();
      read();
    }
  }

  private void read() {
    Path asked = folder.get();
    if (asked == null) {
      return;
    }
    boolean trains = ChosenWeights.training(studio, asked).isPresent();
    studio
        .background()
        .execute(
            () -> {
              List<SnapshotChoice> found = SnapshotChoice.of(trains, checkpoints(asked));
              studio.ui().execute(() -> fill(asked, found));
            });
  }

  private static List<SavedCheckpoint> checkpoints(Path path) {
    try {
      return RunFolder.open(path).checkpoints();
    } catch (RuntimeException e) {
      return List.of(); // the folder is away, which opening it will say
    }
  }

  private void fill(Path of, List<SnapshotChoice> found) {
    if (!of.equals(folder.get()) || found.equals(weights.getItems())) {
      return;
    }
    SnapshotChoice before = weights.getValue();
    SnapshotChoice next =
        before != null && found.contains(before) ? before : found.isEmpty() ? null : found.get(0);
    filling = true;
    weights.getItems().setAll(found);
    weights.setValue(next);
    filling = false;
    choose();
  }

  private void choose() {
    Path of = folder.get();
    SnapshotChoice choice = weights.getValue();
    if (filling || of == null || choice == null) {
      return;
    }
    ChosenWeights now = new ChosenWeights(of, title(), choice, ChosenWeights.training(studio, of));
    if (!Objects.equals(now, chosen.get())) {
      chosen.set(now);
    }
  }
}
