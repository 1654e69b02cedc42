package studio.saddlepoint.app.evaluate.parts;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.metrics.record.*;
import studio.saddlepoint.run.RunFolder;

/**
 * Takes what was measured out of the program, as a file or over the clipboard.
 *
 * @param studio does the work and tells when it is done
 * @param groups the scores of the open run
 * @param saving asks where to save a file, given a name for it
 */
public record Exports(
    StudioModel studio, List<ScoreGroup> groups, Function<String, Optional<Path>> saving) {
  /** A menu of all formats, to be saved or copied. */
  public MenuButton menu() {
    MenuButton menu = new MenuButton(Messages.text("evaluate.export"), new FontIcon(Feather.SHARE));
    menu.setId("evaluate-export");
    Buttons.explain(menu, Messages.text("evaluate.export.tip"));
    for (ScoreFormat format : ScoreFormat.values()) {
      menu.getItems()
          .add(
              item(
                  "evaluate-save-" + format.ending(),
                  Messages.text("evaluate.export.save", format.title()),
                  () -> save(format)));
    }
    menu.getItems().add(new SeparatorMenuItem());
    for (ScoreFormat format : ScoreFormat.values()) {
      menu.getItems()
          .add(
              item(
                  "evaluate-copy-" + format.ending(),
                  Messages.text("evaluate.export.copy", format.title()),
                  () -> copy(format)));
    }
    return menu;
  }

  /** Not before the menu is away: the system's dialog would open beneath it. */
  private MenuItem item(String id, String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId(id);
    item.setOnAction(event -> studio.ui().execute(action));
    return item;
  }

  private void save(ScoreFormat format) {
    run()
        .ifPresent(
            run -> {
              List<ScoreGroup> scores = List.copyOf(groups);
              save(
                  run.id() + "-scores." + format.ending(),
                  () -> format.write(ScoreReport.of(run, scores)));
            });
  }

  private void copy(ScoreFormat format) {
    run().ifPresent(run -> copy(run, format));
  }

  private void copy(RunFolder run, ScoreFormat format) {
    List<ScoreGroup> scores = List.copyOf(groups);
    studio
        .tasks()
        .run(
            Messages.text("evaluate.export.copying"),
            progress -> format.write(ScoreReport.of(run, scores)))
        .onDone(this::copy)
        .onFailed(error -> studio.tell(Notice.problem(error)));
  }

  /** Saves the points of a curve of the open run as comma-separated values. */
  public void save(MetricCurveKind kind, CurveRecord curve) {
    run().ifPresent(run -> save(run.id() + "-" + kind.key() + ".csv", curve::csv));
  }

  private void save(String name, Callable<String> text) {
    saving.apply(name).ifPresent(file -> save(file, text));
  }

  private void save(Path file, Callable<String> text) {
    studio
        .tasks()
        .run(
            Messages.text("evaluate.export.saving", file.getFileName()),
            progress -> RecordFile.write(file, text.call()))
        .onDone(saved -> studio.tell(Notice.success(Messages.text("evaluate.export.saved", saved))))
        .onFailed(error -> studio.tell(Notice.problem(error)));
  }

  private Optional<RunFolder> run() {
    return Optional.ofNullable(studio.openRunProperty().get()).map(OpenRun::folder);
  }

  /** Puts text on the clipboard and tells so. */
  public void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    studio.tell(Notice.success(Messages.text("evaluate.copied")));
  }
}
