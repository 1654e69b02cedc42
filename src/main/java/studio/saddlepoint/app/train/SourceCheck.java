package studio.saddlepoint.app.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.*;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.pictures.DataSheet;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.data.LeftOut;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.known.KnownDataSet;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.recipe.DataSettings;
import studio.saddlepoint.recipe.FolderMeaning;

/**
 * The contents of the person's own data set that the form names, told before anything is trained on
 * it: how many images, which files are left out and why. The images are made ready as the training
 * will want them, so nothing is done twice.
 */
final class SourceCheck extends VBox {
  private static final List<String> KEYS = List.of("data.source", "data.size", "data.folders");
  private static final int REASONS = 3;

  private record Looked(DataSummary summary, Picture four) {}

  private final RecipeFormModel form;
  private final StudioModel studio;
  private final Label found = new Label();
  private final Label leftOut = new Label();
  private final Button together;
  private boolean ofRun = true;
  private boolean soon;
  private @Nullable RunningTask<Looked> task;
  private @Nullable DataSettings checked;

  SourceCheck(RecipeFormModel form, StudioModel studio) {
    this.form = form;
    this.studio = studio;
    getStyleClass().add("source-check");
    managedProperty().bind(visibleProperty());
    found.setId("form-source-found");
    found.getStyleClass().add("muted");
    leftOut.setId("form-source-left-out");
    leftOut.getStyleClass().add("field-problem");
    for (Label each : List.of(found, leftOut)) {
      each.setWrapText(true);
      each.setMinHeight(Region.USE_PREF_SIZE);
      each.visibleProperty().bind(each.textProperty().isNotEmpty());
      each.managedProperty().bind(each.visibleProperty());
    }
    together =
        Buttons.labelled(
            Feather.LAYERS,
            "form.source.together",
            () -> form.field("data.folders").commit(FolderMeaning.TOGETHER.id()));
    together.setId("form-source-together");
    together.managedProperty().bind(together.visibleProperty());
    getChildren().addAll(found, leftOut, together);
    KEYS.forEach(key -> form.field(key).textProperty().addListener(o -> lookSoon()));
    setVisible(false);
    lookSoon();
  }

  /** Whether the form shows a run: what that learns is told where it is trained. */
  void ofRun(boolean run) {
    ofRun = run;
    lookSoon();
  }

  /** Once all fields show the same recipe. */
  private void lookSoon() {
    if (!soon) {
      soon = true;
      studio
          .ui()
          .execute(
              () -> {
                soon = false;
                look();
              });
    }
  }

  private void look() {
    String source = form.field("data.source").textProperty().get();
    boolean wanted =
        !source.isBlank()
            && !UserDataSources.EMBEDDED.contains(source)
            && (!ofRun || !source.equals(form.base().data().source()));
    setVisible(wanted);
    DataSettings now = wanted ? settings(source) : null;
    if (now != null && now.equals(checked)) {
      return;
    }
    checked = now;
    if (task != null) {
      task.cancel();
      task = null;
    }
    tell("", "", false);
    Optional<KnownDataSet> missing = KnownDataSet.named(source);
    if (now != null && missing.isPresent()) {
      tell(Messages.text("form.source.known", missing.get().title()), "", false);
    } else if (now != null) {
      begin(now);
    }
  }

  private DataSettings settings(String source) {
    String folders = form.field("data.folders").textProperty().get();
    return new DataSettings(
        source,
        Integer.parseInt(form.field("data.size").textProperty().get()),
        false,
        folders.equals(FolderMeaning.TOGETHER.id())
            ? FolderMeaning.TOGETHER
            : FolderMeaning.CLASSES);
  }

  private void begin(DataSettings data) {
    Path caches = studio.home().caches();
    RunningTask<Looked> begun =
        studio
            .tasks()
            .run(
                Messages.text("data.reading", UserDataSources.name(data.source())),
                progress -> look(data, caches, progress));
    task = begun;
    tell(Messages.text("form.source.looking"), "", false);
    begun
        .onDone(
            looked -> {
              if (task == begun) {
                show(looked.summary());
                remember(data, looked.four());
              }
            })
        .onFailed(
            error -> {
              if (task == begun) {
                tell("", Problems.describe(error), false);
              }
            })
        .onCancelled(
            () -> {
              if (task == begun) {
                tell("", "", false);
              }
            });
  }

  private static Looked look(DataSettings data, Path caches, Progress progress) {
    DataSummary summary = DataSets.inspect(data, caches, progress);
    DataSet images = DataSets.open(data, Split.TRAIN, caches, progress);
    return new Looked(summary, DataSheet.of(images, place -> place, 2, 2));
  }

  /** Among the person's own from now on, with a picture. */
  private void remember(DataSettings data, Picture four) {
    if (studio.thumbnails().of(data.source()).isEmpty()) {
      studio.thumbnails().keep(data.source(), four);
    }
    studio.sources().mean(data.source(), data.folders());
    PathNames.spelt(data.source()).ifPresent(studio.sources()::add);
  }

  private void show(DataSummary summary) {
    String colour = Messages.text(summary.channels() == 1 ? "data.grey" : "data.colour");
    int images = summary.trainImages() + (summary.testIsTrain() ? 0 : summary.testImages());
    String line =
        Messages.text(
            summary.classes().isEmpty() ? "form.source.found" : "form.source.found.classes",
            Texts.count(images),
            colour,
            summary.classes().size());
    StringBuilder problems = new StringBuilder();
    if (!summary.problems().isEmpty()) {
      problems.append(Messages.text("form.source.left", summary.problems().size()));
      LeftOut.of(summary.problems()).stream()
          .limit(REASONS)
          .forEach(each -> problems.append("\n").append(Escapes.name(each.text())));
    }
    tell(line, problems.toString(), summary.besideFolders() > 0);
  }

  private void tell(String what, String problems, boolean beside) {
    found.setText(what);
    leftOut.setText(problems);
    together.setVisible(beside);
  }
}
