package studio.saddlepoint.app.explore;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.command.CommandCopying;
import studio.saddlepoint.app.explore.ExploreEngine.Subject;
import studio.saddlepoint.app.explore.direction.DirectionsModel;
import studio.saddlepoint.app.explore.grid.PlaneAxis;
import studio.saddlepoint.app.explore.grid.PlanePane;
import studio.saddlepoint.app.explore.style.MixingPane;
import studio.saddlepoint.app.explore.time.TimelineAttributes;
import studio.saddlepoint.app.explore.time.TimelineModel;
import studio.saddlepoint.app.explore.time.TimelinePane;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.pictures.SavePlaces;
import studio.saddlepoint.app.snapshot.SnapshotPicker;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.ShellLine;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.direction.Directions;
import studio.saddlepoint.latent.export.NotedPicture;

/** The explorer's controls around its canvas. */
final class ExploreView extends BorderPane {
  private static final int BRIEF = 60;

  private final StudioModel studio;
  private final ExploreModel model;
  private final SavePlaces places;
  private final CanvasPane canvas;
  private final PictureTools pictures;
  private final TimelineAttributes attributes;
  private final Button refresh;
  private final ToggleButton follow;

  ExploreView(
      StudioModel studio,
      ExploreModel model,
      SnapshotPicker picker,
      KeepBestQuality kept,
      TimelineModel timeline,
      BooleanProperty following,
      Runnable reload) {
    this.studio = studio;
    this.model = model;
    pictures = new PictureTools(studio, model);
    attributes = new TimelineAttributes(studio, timeline, model::share);
    places = new SavePlaces(studio, () -> getScene().getWindow());
    canvas = new CanvasPane(model, timeline, this::takeSample);
    refresh = Buttons.icon(Feather.REFRESH_CW, "explore.refresh", reload);
    refresh.setId("refresh");
    follow = Buttons.toggle(Feather.RADIO, "explore.follow");
    follow.setId("follow");
    follow.selectedProperty().bindBidirectional(following);
    follow.visibleProperty().bind(refresh.visibleProperty());
    follow.managedProperty().bind(refresh.visibleProperty());
    refresh.managedProperty().bind(refresh.visibleProperty());

    BorderPane middle = new BorderPane(canvas);
    middle.getStyleClass().add("explore-middle");
    PathPane path = new PathPane(model);
    MixingPane mixing = mixing();
    DirectionsModel directions =
        new DirectionsModel(studio.tasks(), studio.home().caches(), studio::tell);
    PlanePane plane = plane();
    directions
        .directionsProperty()
        .addListener((p, old, now) -> plane.axesProperty().set(axes(now)));
    TimelinePane training =
        new TimelinePane(
            timeline,
            attributes,
            step -> {
              Subject subject = model.subjectProperty().get();
              picker.choose(step, subject == null || subject.averaged());
              model.canvasProperty().set(CanvasKind.PICTURE);
            });
    middle
        .bottomProperty()
        .bind(
            Bindings.createObjectBinding(
                () ->
                    switch (model.canvasProperty().get()) {
                      case MIXING -> mixing;
                      case PLANE -> plane;
                      case TRAINING -> training;
                      default -> path;
                    },
                model.canvasProperty()));
    setTop(bar(picker));
    setCenter(middle);
    setRight(side(kept, new DirectionsTool(studio, model, directions)));
  }

  /** Whether the buttons for live weights are of use. */
  BooleanProperty refreshVisibleProperty() {
    return refresh.visibleProperty();
  }

  private MixingPane mixing() {
    MixingPane pane = new MixingPane(model::resampleMixing);
    pane.stateProperty().addListener((p, old, now) -> model.move(model.state().withMixing(now)));
    model.stateProperty().addListener((p, old, now) -> pane.stateProperty().set(now.mixing()));
    model
        .subjectProperty()
        .addListener(
            (p, old, now) -> pane.sizesProperty().set(now == null ? List.of() : now.styledSizes()));
    return pane;
  }

  private PlanePane plane() {
    PlanePane pane =
        new PlanePane(
            model::resamplePlane, () -> model.takeChosen(false), () -> model.takeChosen(true));
    pane.stateProperty().addListener((p, old, now) -> model.move(model.state().withPlane(now)));
    model.stateProperty().addListener((p, old, now) -> pane.stateProperty().set(now.plane()));
    return pane;
  }

  /** Frees what is held of data sets; it is opened again when it is needed. */
  void release() {
    pictures.close();
    attributes.close();
  }

  /** How many looks at training pictures are held. */
  int heldPictures() {
    return pictures.held();
  }

  private Node side(KeepBestQuality kept, DirectionsTool sliders) {
    return new SideTools(
        List.of(
            new SideTools.Tool(
                "look",
                () ->
                    new SidePanel(
                        model,
                        new TruncationWatch(studio, model),
                        new TruncationQuality(studio, model),
                        kept)),
            new SideTools.Tool("codes", () -> new CodesTool(studio, model)),
            new SideTools.Tool("directions", () -> sliders),
            new SideTools.Tool(
                "picture", () -> new VBox(pictures.inversion(), pictures.memory()))));
  }

  private static List<PlaneAxis> axes(Directions found) {
    return found.all().stream().map(each -> new PlaneAxis(each.name(), each.shift(1))).toList();
  }

  private Node bar(SnapshotPicker picker) {
    CanvasChoice shown = new CanvasChoice(model);
    ToggleButton smooth = Buttons.toggle(Feather.DROPLET, "explore.smooth");
    smooth.setId("smooth");
    smooth.selectedProperty().addListener((p, old, now) -> canvas.setSmooth(now));
    Button look = Buttons.icon(Feather.ZOOM_IN, "explore.look", canvas::look);
    look.setId("look-closer");
    look.disableProperty().bind(model.subjectProperty().isNull());
    Button copy = Buttons.icon(Feather.COPY, "explore.copy", this::copy);
    copy.setId("copy-code");
    Button save = Buttons.icon(Feather.DOWNLOAD, "explore.save", this::save);
    save.setId("save-png");
    copy.disableProperty()
        .bind(
            model
                .subjectProperty()
                .isNull()
                .or(model.canvasProperty().isEqualTo(CanvasKind.MIXING)));
    save.disableProperty().bind(model.subjectProperty().isNull());
    Button samples =
        Buttons.icon(
            Feather.PACKAGE, "explore.samples", new SampleSaving(studio, model, places)::begin);
    samples.setId("save-samples");
    samples.disableProperty().bind(model.subjectProperty().isNull());
    Button film =
        Buttons.icon(Feather.FILM, "explore.film", new WalkFilming(studio, model, places)::begin);
    film.setId("film-walk");
    film.disableProperty().bind(model.subjectProperty().isNull());
    PictureEncoding encoding = new PictureEncoding(studio, model);
    encoding.takeFrom(canvas);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar =
        new HBox(
            picker,
            refresh,
            follow,
            space,
            shown,
            smooth,
            look,
            encoding.button(),
            copy,
            save,
            samples,
            new GeneratorSaving(studio, model, places).button(),
            film);
    bar.getStyleClass().add("page-bar");
    return bar;
  }

  private void takeSample(LatentPoint point, int label) {
    model.move(model.state().take(point).withLabel(label));
    model.canvasProperty().set(CanvasKind.PICTURE);
  }

  private void copy() {
    model.edited(this::copied);
  }

  private void copied(LatentPoint code) {
    ClipboardContent text = new ClipboardContent();
    text.putString(code.toString());
    Clipboard.getSystemClipboard().setContent(text);
    studio.tell(Notice.success(Messages.text("explore.copied", brief(text.getString()))));
  }

  /** A code by its numbers is too long for a notice. */
  private static String brief(String code) {
    return code.length() <= BRIEF ? code : code.substring(0, BRIEF) + "…";
  }

  private void save() {
    Picture picture = canvas.picture();
    Subject subject = model.subjectProperty().get();
    if (picture == null || subject == null) {
      return;
    }
    String name =
        String.format(
            Locale.ROOT, "%s-step-%d.png", model.canvasProperty().get().id(), subject.step());
    Map<String, String> notes = canvas.notes();
    places
        .ask(Messages.text("explore.save"), name)
        .ifPresent(file -> write(picture, notes, file, command(subject, file)));
  }

  /** The command line that draws the picture again; of several pictures none. */
  private Optional<ShellLine> command(Subject subject, Path file) {
    OpenRun run = studio.openRunProperty().get();
    return run == null || model.canvasProperty().get() != CanvasKind.PICTURE
        ? Optional.empty()
        : ExploreCommands.picture(run, subject, model.state(), file);
  }

  /** Writes what the canvas shows, one pixel for a pixel. */
  void write(Picture picture, Map<String, String> notes, Path file) {
    write(picture, notes, file, Optional.empty());
  }

  private void write(
      Picture picture, Map<String, String> notes, Path file, Optional<ShellLine> command) {
    studio
        .tasks()
        .run(
            Messages.text("explore.saving", file.getFileName()),
            progress -> {
              NotedPicture.write(file, picture, notes);
              return file;
            })
        .onDone(
            done ->
                studio.tell(
                    CommandCopying.offered(studio, Messages.text("explore.saved", file), command)))
        .onFailed(error -> studio.tell(Notice.problem(error)));
  }
}
