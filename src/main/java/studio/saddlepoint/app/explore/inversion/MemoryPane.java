package studio.saddlepoint.app.explore.inversion;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.ProgressBox;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.memory.MemoryCheck;
import studio.saddlepoint.metrics.memory.NearPicture;

/**
 * The tool that tells, on request, whether the picture that is shown is a memory: its realism, and
 * the training pictures that are nearest.
 */
public final class MemoryPane extends VBox {
  private static final int NEAREST = 4;
  private static final double SIZE = 64;
  private static final List<String> HINT = List.of(Styles.TEXT_MUTED, Styles.TEXT_SMALL);

  private final StudioModel studio;
  private final InversionHost host;
  private final KeptPictures kept;
  private final ObjectProperty<@Nullable InversionOffer> offer = new SimpleObjectProperty<>();
  private final Button look = Buttons.labelled(Feather.EYE, "memory.look", this::look);
  private final ProgressBox progress = new ProgressBox();
  private final Label sentence = new Label();
  private final Label realism = new Label();
  private final FlowPane pictures = new FlowPane(8, 8);
  private @Nullable RunningTask<MemoryCheck> running;

  /**
   * The tool.
   *
   * @param host the explorer around it
   * @param kept the training pictures
   */
  public MemoryPane(StudioModel studio, InversionHost host, KeptPictures kept) {
    this.studio = studio;
    this.host = host;
    this.kept = kept;
    getStyleClass().add("explore-side");
    setId("memory");
    look.setId("memory-look");
    sentence.setId("memory-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    realism.setWrapText(true);
    realism.setMinHeight(USE_PREF_SIZE);
    realism.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    realism.visibleProperty().bind(realism.textProperty().isNotEmpty());
    realism.managedProperty().bind(realism.visibleProperty());
    pictures.visibleProperty().bind(Bindings.isNotEmpty(pictures.getChildren()));
    pictures.managedProperty().bind(pictures.visibleProperty());
    look.setMinWidth(USE_PREF_SIZE);
    VBox section =
        new VBox(PictureHeads.of("memory.title", look), progress, sentence, realism, pictures);
    section.getStyleClass().add("explore-section");
    getChildren().add(section);
    offer.addListener(
        (p, old, now) -> {
          if (running != null) {
            running.cancel();
          }
          clear();
          arrange();
        });
    clear();
    arrange();
  }

  /** What the generator offers; nothing where there is none. */
  public ObjectProperty<@Nullable InversionOffer> offerProperty() {
    return offer;
  }

  private void arrange() {
    look.setDisable(running != null || offer.get() == null);
  }

  private void clear() {
    sentence.setText(Messages.text("memory.hint"));
    sentence.getStyleClass().removeAll(HINT);
    sentence.getStyleClass().addAll(HINT);
    realism.setText("");
    pictures.getChildren().clear();
  }

  private void look() {
    InversionOffer now = offer.get();
    Optional<Picture> shown = host.shown();
    if (now == null || shown.isEmpty() || running != null) {
      return;
    }
    byte[] pixels = pixels(shown.get(), now.shape());
    clear();
    RunningTask<MemoryCheck> task =
        studio.tasks().run(Messages.text("memory.looking"), working -> check(pixels, working));
    running = task;
    progress.show(task, look);
    arrange();
    task.stateProperty()
        .addListener(
            (p, old, state) -> {
              running = null;
              progress.show(null, look);
              arrange();
            });
    task.onDone(this::show).onFailed(error -> studio.tell(Notice.problem(error)));
  }

  private MemoryCheck check(byte[] pixels, Progress working) {
    try (Snapshot snapshot =
        host.share().orElseThrow(() -> new StudioException(Messages.text("inversion.none")))) {
      return kept.with(
          snapshot,
          working.part(0, 0.9),
          training -> training.check(pixels, NEAREST, working.part(0.9, 1)));
    }
  }

  /** What is shown as (C, H, W). */
  private static byte[] pixels(Picture picture, ImageShape shape) {
    int plane = picture.width() * picture.height();
    byte[] pixels = new byte[shape.channels() * plane];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (picture.argb()[i % plane] >> 16 - 8 * (i / plane));
    }
    return pixels;
  }

  private void show(MemoryCheck check) {
    sentence.getStyleClass().removeAll(HINT);
    sentence.setText(check.sentence());
    realism.setText(
        Messages.text(
            "memory.realism",
            String.format(Locale.ROOT, "%.2f", check.realism()),
            check.scope().extractor(),
            check.scope().compared(),
            check.scope().all()));
    for (NearPicture near : check.nearest()) {
      NamedPicture view = new NamedPicture(Messages.text("memory.nearest", near.index()), SIZE);
      view.show(near.picture(), String.format(Locale.ROOT, "%.3g", near.featureDistance()));
      pictures.getChildren().add(view);
    }
  }
}
