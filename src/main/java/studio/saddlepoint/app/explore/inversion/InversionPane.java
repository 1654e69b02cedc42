package studio.saddlepoint.app.explore.inversion;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.ChosenFile;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.FxThrottle;
import studio.saddlepoint.app.fx.ProgressBox;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.decode.PictureFit;
import studio.saddlepoint.data.decode.ShapedImage;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.inversion.InversionProgress;
import studio.saddlepoint.latent.inversion.InversionSettings;
import studio.saddlepoint.latent.inversion.InversionSpace;
import studio.saddlepoint.metrics.memory.FoundPicture;
import studio.saddlepoint.metrics.memory.PictureInversion;

/**
 * The tool that finds the code of a person's picture: the picture is dropped or chosen, shown as
 * the network will see it, and what the generator makes of it is shown as the search goes.
 */
public final class InversionPane extends VBox {
  private static final double SIZE = 88;
  private static final Duration SHOWN = Duration.ofMillis(300);
  private static final List<Integer> STEPS = List.of(50, 100, 300, 1000, 3000);
  private static final List<Integer> STARTS = List.of(1, 4, 8, 16);

  private final StudioModel studio;
  private final InversionHost host;
  private final KeptPictures kept;
  private final ObjectProperty<@Nullable InversionOffer> offer = new SimpleObjectProperty<>();
  private final Segments<PictureFit> fit =
      new Segments<>(
          Messages.text("inversion.fit"),
          List.of(PictureFit.values()),
          each -> "inversion.fit." + each.id());
  private final Segments<InversionSpace> space =
      new Segments<>(
          Messages.text("inversion.space"),
          List.of(InversionSpace.values()),
          each -> "inversion.space." + each.key());
  private final ComboBox<Integer> steps = choice("inversion.steps", STEPS, 300);
  private final ComboBox<Integer> starts = choice("inversion.starts", STARTS, 4);
  private final NamedPicture target = new NamedPicture(Messages.text("inversion.target"), SIZE);
  private final NamedPicture made = new NamedPicture(Messages.text("inversion.made"), SIZE);
  private final NamedPicture nearest = new NamedPicture(Messages.text("inversion.nearest"), SIZE);
  private final Button start = Buttons.labelled(Feather.SEARCH, "inversion.start", this::start);
  private final Button asA =
      Buttons.labelled(Feather.CORNER_DOWN_LEFT, "inversion.a", () -> take(false));
  private final Button asB =
      Buttons.labelled(Feather.CORNER_DOWN_RIGHT, "inversion.b", () -> take(true));
  private final Label hint = new Label(Messages.text("inversion.hint"));
  private final FlowPane spaces = new FlowPane(8, 8, label("inversion.space"), space);
  private final VBox result = new VBox();
  private final ProgressBox progress = new ProgressBox();
  private final AtomicReference<@Nullable InversionProgress> newest = new AtomicReference<>();
  private final FxThrottle going;
  private @Nullable Path file;
  private byte @Nullable [] pixels;
  private @Nullable RunningTask<FoundPicture> running;
  private @Nullable FoundPicture found;
  private int reading;

  /**
   * The tool.
   *
   * @param host the explorer around it
   * @param kept the training pictures
   */
  public InversionPane(StudioModel studio, InversionHost host, KeptPictures kept) {
    this.studio = studio;
    this.host = host;
    this.kept = kept;
    going = new FxThrottle(studio.ui(), () -> SHOWN, this::showGoing);
    getStyleClass().add("explore-side");
    setId("inversion");
    start.setId("inversion-start");
    asA.setId("inversion-a");
    asB.setId("inversion-b");
    Button choose = Buttons.labelled(Feather.IMAGE, "inversion.choose", this::choose);
    choose.setId("inversion-choose");
    hint.managedProperty().bind(hint.visibleProperty());
    start.managedProperty().bind(start.visibleProperty());
    hint.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    spaces.managedProperty().bind(spaces.visibleProperty());
    HBox pictures = new HBox(12, target, made, nearest);
    pictures.setAlignment(Pos.TOP_CENTER);
    getChildren()
        .addAll(
            section(PictureHeads.of("inversion.title"), hint, new FlowPane(8, 8, choose, fit)),
            section(
                spaces,
                new FlowPane(
                    8, 8, label("inversion.steps"), steps, label("inversion.starts"), starts),
                start,
                progress),
            result);
    result.setId("inversion-result");
    result.getChildren().addAll(pictures, new FlowPane(8, 8, asA, asB));
    result.getStyleClass().add("explore-section");
    result.managedProperty().bind(result.visibleProperty());
    fit.valueProperty().addListener((p, old, now) -> read());
    offer.addListener((p, old, now) -> offered(now));
    setOnDragOver(this::over);
    setOnDragDropped(this::dropped);
    offered(null);
  }

  private static VBox section(Node... nodes) {
    VBox section = new VBox(nodes);
    section.getStyleClass().add("explore-section");
    return section;
  }

  private static Label label(String key) {
    Label label = new Label(Messages.text(key));
    label.setMinWidth(USE_PREF_SIZE);
    label.getStyleClass().add("inversion-label");
    return label;
  }

  private static ComboBox<Integer> choice(String key, List<Integer> values, int usual) {
    ComboBox<Integer> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setValue(usual);
    box.setId(key.replace('.', '-'));
    box.setAccessibleText(Messages.text(key));
    Buttons.explain(box, Messages.text(key + ".tip"));
    return box;
  }

  /** What the generator offers; nothing where there is none. */
  public ObjectProperty<@Nullable InversionOffer> offerProperty() {
    return offer;
  }

  private void offered(@Nullable InversionOffer now) {
    cancel();
    found = null;
    made.show(null, "");
    nearest.show(null, "");
    if (now != null) {
      for (InversionSpace each : InversionSpace.values()) {
        space.offer(each, now.spaces().contains(each));
      }
      spaces.setVisible(now.spaces().size() > 1);
      // The last comes nearest.
      space.valueProperty().set(now.spaces().get(now.spaces().size() - 1));
    }
    read();
    arrange();
  }

  private void arrange() {
    boolean busy = running != null;
    hint.setVisible(file == null);
    result.setVisible(file != null);
    start.setVisible(!busy);
    start.setDisable(busy || pixels == null || offer.get() == null);
    asA.setDisable(busy || found == null);
    asB.setDisable(busy || found == null);
  }

  private void over(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    if (!files.isEmpty()) {
      ChosenFile.path(files.get(0), studio::tell).ifPresent(this::open);
      event.setDropCompleted(true);
      event.consume();
    }
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text("inversion.choose"));
    File chosen = chooser.showOpenDialog(getScene().getWindow());
    if (chosen != null) {
      ChosenFile.path(chosen, studio::tell).ifPresent(this::open);
    }
  }

  /** Takes a person's picture. */
  public void open(Path picture) {
    file = picture;
    read();
  }

  /** Brings the picture to the generator's shape, and shows it so. */
  private void read() {
    int number = ++reading;
    cancel();
    pixels = null;
    found = null;
    Path picture = file;
    InversionOffer now = offer.get();
    target.show(null, "");
    arrange();
    if (picture == null || now == null) {
      return;
    }
    PictureFit wanted = fit.valueProperty().get();
    String name = Escapes.name(String.valueOf(picture.getFileName()));
    studio
        .tasks()
        .run(
            Messages.text("inversion.reading", name),
            working -> ShapedImage.read(picture, now.shape(), wanted))
        .onDone(
            read -> {
              if (number == reading) {
                pixels = read;
                target.show(PictureConversion.of(read, now.shape()), name);
                arrange();
              }
            })
        .onFailed(error -> studio.tell(Notice.problem(error)));
  }

  private void cancel() {
    if (running != null) {
      running.cancel();
    }
  }

  private void start() {
    byte[] wanted = pixels;
    if (wanted == null || running != null) {
      return;
    }
    InversionSettings settings =
        InversionSettings.usual(space.valueProperty().get())
            .with(steps.getValue(), starts.getValue());
    int label = host.label();
    found = null;
    made.show(null, "");
    nearest.show(null, "");
    RunningTask<FoundPicture> task =
        studio
            .tasks()
            .run(
                Messages.text("inversion.finding"),
                working -> find(wanted, label, settings, working));
    running = task;
    progress.show(task, start);
    arrange();
    task.stateProperty()
        .addListener(
            (p, old, now) -> {
              if (running == task) {
                running = null;
                newest.set(null);
                progress.show(null, start);
                arrange();
              }
            });
    task.onDone(this::show).onFailed(error -> studio.tell(Notice.problem(error)));
  }

  private FoundPicture find(
      byte[] wanted, int label, InversionSettings settings, Progress working) {
    try (Snapshot snapshot =
        host.share().orElseThrow(() -> new StudioException(Messages.text("inversion.none")))) {
      return kept.with(
          snapshot,
          working.part(0, 0.3),
          pictures ->
              new PictureInversion(snapshot, pictures)
                  .find(wanted, label, settings, this::goes, working.part(0.3, 1)));
    }
  }

  private void goes(InversionProgress now) {
    newest.set(now);
    going.request();
  }

  private void showGoing() {
    InversionProgress now = newest.get();
    if (now != null && running != null) {
      made.show(now.picture(), Messages.text("inversion.going", now.step(), now.steps()));
    }
  }

  private void show(FoundPicture now) {
    found = now;
    made.show(now.result().made().picture(), distances(now.featureDistance(), now.pixelDistance()));
    nearest.show(
        now.nearest().picture(),
        distances(now.nearest().featureDistance(), now.nearest().pixelDistance()));
    arrange();
  }

  private static String distances(double features, double ofPixels) {
    return Messages.text("inversion.distances", number(features), number(ofPixels));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }

  private void take(boolean asEndB) {
    FoundPicture now = found;
    if (now != null) {
      host.take(now.result().point(), now.result().label(), asEndB);
    }
  }
}
