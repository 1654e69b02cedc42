package studio.saddlepoint.app.explore;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.ChosenFile;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.explore.ExploreEngine.Subject;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.decode.ShapedImage;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Quantizer;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.SnapshotEncoder;

/**
 * Finds the code of a person's picture by the encoder of a VAE: the picture is dropped on the
 * canvas, or chosen, and its code becomes an end of the path.
 */
final class PictureEncoding {
  private final StudioModel studio;
  private final ExploreModel model;

  PictureEncoding(StudioModel studio, ExploreModel model) {
    this.studio = studio;
    this.model = model;
  }

  /** A button that asks for a picture; there only where the generator has an encoder beside it. */
  Button button() {
    Button button = Buttons.icon(Feather.IMAGE, "explore.encode", () -> {});
    button.setId("encode-picture");
    button.setOnAction(event -> choose(button));
    button.managedProperty().bind(button.visibleProperty());
    button.setVisible(false);
    model.subjectProperty().addListener((p, old, now) -> button.setVisible(encodes(now)));
    return button;
  }

  private static boolean encodes(@Nullable Subject now) {
    return now != null && now.encodes();
  }

  /** Takes pictures that are dropped on a node. */
  void takeFrom(Node node) {
    node.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles() && model.subjectProperty().get() != null) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            event.consume();
          }
        });
    node.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          List<File> files = event.getDragboard().getFiles();
          if (!files.isEmpty()) {
            ChosenFile.path(files.get(0), studio::tell).ifPresent(this::encode);
            event.setDropCompleted(true);
            event.consume();
          }
        });
  }

  private void choose(Node beside) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text("explore.encode"));
    File chosen = chooser.showOpenDialog(beside.getScene().getWindow());
    if (chosen != null) {
      ChosenFile.path(chosen, studio::tell).ifPresent(this::encode);
    }
  }

  /** Finds the code of a picture and stands there. */
  void encode(Path file) {
    String name = Escapes.name(String.valueOf(file.getFileName()));
    int label = model.state().label();
    studio
        .tasks()
        .run(Messages.text("explore.encoding", name), progress -> code(file, label))
        .onDone(
            code -> {
              ExploreState before = model.state();
              ExploreState next = before.take(new LatentPoint.Given(code));
              if (next.equals(before)) {
                studio.tell(Notice.info(Messages.text("explore.encode.locked")));
                return;
              }
              model.canvasProperty().set(CanvasKind.PICTURE);
              model.move(next);
              studio.tell(Notice.success(Messages.text("explore.encoded", name)));
            })
        .onFailed(error -> studio.tell(Notice.problem(error)));
  }

  private List<Float> code(Path file, int label) {
    Optional<Snapshot> shared = model.share();
    if (shared.isEmpty()) {
      throw new StudioException(Messages.text("explore.encode.none"));
    }
    try (Snapshot snapshot = shared.get()) {
      SnapshotEncoder encoder =
          snapshot
              .encoder()
              .orElseThrow(() -> new StudioException(Messages.text("explore.encode.none")));
      float[] pixels = Quantizer.pixels(ShapedImage.read(file, snapshot.shape()));
      return LatentPoint.Given.numbers(encoder.encode(pixels, new int[] {label})[0]);
    }
  }
}
