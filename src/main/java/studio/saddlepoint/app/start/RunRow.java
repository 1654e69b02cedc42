package studio.saddlepoint.app.start;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Clicks;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.app.runs.RunActions;
import studio.saddlepoint.app.runs.RunMenu;
import studio.saddlepoint.app.runs.RunSubject;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.run.RunOrigin;
import studio.saddlepoint.run.list.RunSummary;
import studio.saddlepoint.run.list.RunTree;

/** An earlier run in the list: a click opens it, a right click asks what to do with it. */
final class RunRow extends HBox {
  private static final double THUMBNAIL = 56;
  private static final double INDENT = 32;
  private static final double LEAST_FOLDER = 96;

  /** Deeper runs are no further to the right, where there would be no room for their words. */
  private static final int DEEPEST = 6;

  private final Path folder;
  private final Button more;

  RunRow(
      StudioModel model,
      Thumbnails thumbnails,
      RunSizes sizes,
      RunActions actions,
      RunSummary run,
      Instant now) {
    folder = run.folder();
    getStyleClass().add("run-row");
    setAlignment(Pos.CENTER_LEFT);
    boolean sound = run.problem().isEmpty();
    PictureView picture = new PictureView();
    picture.setMinSize(THUMBNAIL, THUMBNAIL);
    picture.setMaxSize(THUMBNAIL, THUMBNAIL);
    picture.setSmooth(true);
    run.newestSheet().ifPresent(file -> thumbnails.sheet(file, picture::show));
    picture.getStyleClass().add("run-thumbnail");
    VBox words = words(model, run, now);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(picture, words, disk(sizes, run));
    RunMenu menu = new RunMenu(actions, RunSubject.of(run), this).install();
    if (sound) {
      Clicks.on(this, event -> model.open(run, false));
      addOpening(model, run, menu);
    } else {
      getStyleClass().add("run-damaged");
    }
    more = Buttons.icon(Feather.MORE_HORIZONTAL, "runs.menu", () -> toggle(menu));
    more.setAccessibleText(Messages.text("runs.menu.of", run.title()));
    more.getStyleClass().add("run-more");
    getChildren().add(more);
  }

  /**
   * Puts it below the run that it came from.
   *
   * @param depth how many runs it is below
   */
  RunRow below(int depth) {
    if (depth > 0) {
      VBox.setMargin(this, new Insets(0, 0, 0, INDENT * Math.min(depth, DEEPEST)));
      getChildren().add(0, new FontIcon(Feather.CORNER_DOWN_RIGHT));
      getStyleClass().add("run-child");
    }
    return this;
  }

  private void toggle(RunMenu menu) {
    menu.toggle(more);
  }

  /** The run folder. */
  Path folder() {
    return folder;
  }

  /** Puts the keyboard here. */
  void takeKeyboard() {
    more.requestFocus();
  }

  private static VBox words(StudioModel model, RunSummary run, Instant now) {
    boolean sound = run.problem().isEmpty();
    Label title = new Label(Escapes.name(run.title()));
    title.getStyleClass().add("run-title");
    Label line = new Label(sound ? StartPage.line(run, now) : run.problem());
    OpenRun open = model.openRunProperty().get();
    if (sound && open != null && open.folder().path().equals(run.folder())) {
      line.textProperty()
          .bind(
              Bindings.createStringBinding(
                  () -> StartPage.line(run, now, open), open.statusProperty()));
    }
    line.getStyleClass().add(sound ? "muted" : "problem-text");
    line.setWrapText(!sound);
    line.setMinWidth(sound ? USE_PREF_SIZE : 0);
    VBox words = new VBox(4, title, line);
    words.setAlignment(Pos.CENTER_LEFT);
    String notes = run.about().notes();
    if (!notes.isEmpty()) {
      Label noted = new Label(Escapes.name(notes.lines().findFirst().orElse("")));
      noted.getStyleClass().add("run-notes");
      Buttons.explain(noted, notes);
      words.getChildren().add(noted);
    }
    run.origin().ifPresent(origin -> words.getChildren().add(origin(model, run, origin)));
    return words;
  }

  /** Where it came from, as the way there where that run is still there. */
  private static Labeled origin(StudioModel model, RunSummary run, RunOrigin origin) {
    Optional<RunSummary> parent = RunTree.parent(run, model.runs());
    String text =
        Messages.text(
            origin.branch() ? "start.run.branch" : "start.run.finetuned",
            Escapes.name(parent.map(RunSummary::title).orElse(origin.title())),
            Texts.count(origin.step()));
    Labeled line = parent.isPresent() ? new Hyperlink(text) : new Label(text);
    line.setGraphic(new FontIcon(origin.branch() ? Feather.GIT_BRANCH : Feather.GIT_MERGE));
    line.getStyleClass().add("run-origin");
    if (line instanceof Hyperlink link) {
      link.setOnAction(event -> model.open(parent.get(), false));
    }
    return line;
  }

  /** What the run is on the disk: its folder and the room that it takes. */
  private static VBox disk(RunSizes sizes, RunSummary run) {
    Label folder = new Label(Escapes.name(run.folder().getFileName()));
    Label size = new Label();
    size.textProperty().bind(sizes.text(run));
    VBox disk = new VBox(4, folder, size);
    for (Label each : new Label[] {folder, size}) {
      each.getStyleClass().add("run-folder");
    }
    // how far a run is matters more than the end of its folder's name
    folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    Buttons.explain(folder, Escapes.name(run.folder().getFileName()));
    size.setMinWidth(USE_PREF_SIZE);
    disk.setAlignment(Pos.CENTER_RIGHT);
    disk.setMinWidth(LEAST_FOLDER);
    return disk;
  }

  private void addOpening(StudioModel model, RunSummary run, RunMenu menu) {
    Button open = Buttons.labelled(Feather.FOLDER, "start.open", () -> model.open(run, false));
    open.setAccessibleText(Messages.text("start.run.name", run.title()));
    open.setMinWidth(USE_PREF_SIZE);
    getChildren().add(open);
    menu.first(Feather.FOLDER, "open", () -> model.open(run, false));
    if (!run.locked() && run.lastStep() < run.steps()) {
      Button resume = Buttons.labelled(Feather.PLAY, "start.resume", () -> model.open(run, true));
      resume.setMinWidth(USE_PREF_SIZE);
      getChildren().add(resume);
      menu.first(Feather.PLAY, "resume", () -> model.open(run, true));
    }
  }
}
