package studio.saddlepoint.app.explore;

import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.pictures.AskingPlace;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.GeneratorFiles;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.record.ModelCard;
import studio.saddlepoint.run.RunFolder;

/**
 * Saves the generator that the explorer shows for other programs, in the background. Its weights
 * are held from the moment a person asks.
 *
 * @param studio does the work and tells when it is done
 * @param model what is explored
 * @param places asks where to save
 */
record GeneratorSaving(StudioModel studio, ExploreModel model, AskingPlace places) {
  /** The kinds of files. */
  private enum Kind {
    TORCHSCRIPT(".pt") {
      @Override
      void write(RunFolder run, Snapshot snapshot, Path file, Progress progress) {
        GeneratorFiles.writeTorchScript(snapshot, file, run.title(), progress);
      }
    },
    SAFETENSORS(".safetensors") {
      @Override
      void write(RunFolder run, Snapshot snapshot, Path file, Progress progress) {
        ModelCard.save(run, snapshot, file, false, progress);
      }
    };

    private final String ending;

    Kind(String ending) {
      this.ending = ending;
    }

    abstract void write(RunFolder run, Snapshot snapshot, Path file, Progress progress);

    private String key() {
      return "explore.generator." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** A button whose menu offers them. */
  MenuButton button() {
    MenuButton button = new MenuButton();
    button.setGraphic(new FontIcon(Feather.SHARE));
    button.setId("save-generator");
    button.setAccessibleText(Messages.text("explore.generator"));
    Buttons.explain(button, Messages.text("explore.generator.tip"));
    for (Kind kind : Kind.values()) {
      MenuItem item = new MenuItem(Messages.text(kind.key()));
      item.setOnAction(event -> begin(kind));
      button.getItems().add(item);
    }
    button.disableProperty().bind(model.subjectProperty().isNull());
    return button;
  }

  private void begin(Kind kind) {
    OpenRun run = studio.openRunProperty().get();
    Snapshot snapshot = model.share().orElse(null);
    if (run == null || snapshot == null) {
      studio.tell(Notice.info(Messages.text("explore.samples.gone")));
      return;
    }
    String name =
        String.format(Locale.ROOT, "%s-step-%d%s", run.folder().id(), snapshot.step(), kind.ending);
    Path file = places.ask(Messages.text(kind.key() + ".place"), name).orElse(null);
    if (file == null) {
      snapshot.close();
      return;
    }
    studio
        .tasks()
        .run(
            Messages.text("explore.generator.saving", file.getFileName()),
            progress -> {
              try (snapshot) {
                kind.write(run.folder(), snapshot, file, progress);
                return file;
              }
            })
        .onDone(done -> studio.tell(Notice.success(Messages.text("explore.generator.saved", done))))
        .onFailed(error -> studio.tell(Notice.problem(error)));
  }
}
