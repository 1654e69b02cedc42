package studio.saddlepoint.app.pictures;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Cover;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.app.keys.KeyOwners;
import studio.saddlepoint.app.keys.Shortcut;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.export.NotedPicture;

/**
 * Pictures over the page, one at a time, every pixel a square of a whole size. Arrow keys and
 * buttons go to the next one.
 */
public final class LookCard extends BorderPane {
  /** In place of a factor: as large as fits. */
  private static final int FIT = 0;

  private static final int LARGEST_FACTOR = 64;

  /** A side of more pixels takes too much memory. */
  private static final int LONGEST = 4096;

  private final StudioModel model;
  private final AskingPlace places;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final PictureView view = new PictureView();
  private final ScrollPane scroll = new ScrollPane(new StackPane(view));
  private final Label caption = new Label();
  private final Label place = new Label();
  private final Label factor = new Label();
  private final Button lead = new Button();
  private final Button before = Buttons.icon(Feather.CHEVRON_LEFT, "look.before", () -> go(-1));
  private final Button after = Buttons.icon(Feather.CHEVRON_RIGHT, "look.after", () -> go(1));
  private final Button smaller = Buttons.icon(Feather.ZOOM_OUT, "look.smaller", () -> zoom(-1));
  private final Button larger = Buttons.icon(Feather.ZOOM_IN, "look.larger", () -> zoom(1));
  private final Cover cover = new Cover(this, shown::get, this::hide);
  private List<Look> looks = List.of();
  private int at;
  private int chosen = FIT;

  /**
   * A card that is not shown yet.
   *
   * @param model does the saving and tells of it
   */
  public LookCard(StudioModel model) {
    this.model = model;
    places = new SavePlaces(model, () -> getScene().getWindow());
    getStyleClass().add("look");
    KeyOwners.takesSpace(this);
    setTop(bar());
    setCenter(middle());
    visibleProperty().bind(shown);
    managedProperty().bind(shown);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    // Its pictures are those of the page below; whoever goes to another wants to see that.
    model.pageProperty().addListener((p, old, now) -> hide());
  }

  private Node bar() {
    caption.getStyleClass().add("card-title");
    place.getStyleClass().add("muted");
    factor.getStyleClass().addAll("muted", "look-factor");
    factor.setId("look-factor");
    caption.setId("look-caption");
    caption.setMinWidth(0);
    for (Region whole : List.of(place, factor, lead)) {
      whole.setMinWidth(USE_PREF_SIZE);
    }
    Buttons.explain(factor, Messages.text("look.factor.tip"));
    Button fit = Buttons.icon(Feather.MAXIMIZE, "look.fit", () -> zoomTo(FIT));
    Button copy = Buttons.icon(Feather.COPY, "look.copy", this::copy);
    Button save = Buttons.icon(Feather.DOWNLOAD, "look.save", this::save);
    Button close = Buttons.icon(Feather.X, "look.close", cover::close);
    before.setId("look-before");
    after.setId("look-after");
    smaller.setId("look-smaller");
    larger.setId("look-larger");
    fit.setId("look-fit");
    copy.setId("look-copy");
    save.setId("look-save");
    lead.setId("look-lead");
    lead.managedProperty().bind(lead.visibleProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar =
        new HBox(8, caption, place, space, smaller, factor, larger, fit, copy, save, lead, close);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("look-bar");
    return bar;
  }

  private Node middle() {
    view.setAccessibleRole(javafx.scene.AccessibleRole.IMAGE_VIEW);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setPannable(true);
    scroll.setFocusTraversable(true);
    scroll.getStyleClass().addAll("edge-to-edge", "look-scroll");
    scroll.viewportBoundsProperty().addListener((p, old, now) -> arrange());
    HBox middle = new HBox(before, scroll, after);
    middle.setAlignment(Pos.CENTER);
    middle.getStyleClass().add("look-middle");
    HBox.setHgrow(scroll, Priority.ALWAYS);
    scroll.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    middle.setFillHeight(true);
    return middle;
  }

  /** Shows pictures. */
  public void show(LookEvent asked) {
    looks = asked.looks();
    at = Math.max(0, Math.min(looks.size() - 1, asked.first()));
    chosen = FIT;
    shown.set(true);
    draw();
    scroll.requestFocus();
  }

  private void hide() {
    shown.set(false);
    looks = List.of();
    view.show(null);
  }

  private void go(int by) {
    int next = at + by;
    if (next >= 0 && next < looks.size()) {
      at = next;
      draw();
    }
  }

  private void draw() {
    if (looks.isEmpty()) {
      return;
    }
    Look look = looks.get(at);
    caption.setText(look.caption());
    place.setText(Messages.text("look.place", Texts.count(at + 1L), Texts.count(looks.size())));
    place.setVisible(looks.size() > 1);
    before.setDisable(at == 0);
    after.setDisable(at == looks.size() - 1);
    lead.setVisible(look.lead().isPresent());
    look.lead()
        .ifPresent(
            each -> {
              lead.setText(Messages.text(each.key()));
              Buttons.explain(lead, Messages.text(each.key() + ".tip"));
              lead.setOnAction(
                  event -> {
                    cover.close();
                    each.go().run();
                  });
            });
    view.setAccessibleText(look.caption());
    scroll.setAccessibleText(look.caption());
    view.show(look.picture());
    arrange();
  }

  private void zoom(int by) {
    zoomTo(factor() + by);
  }

  private void zoomTo(int times) {
    chosen = times == FIT ? FIT : Math.max(1, Math.min(most(), times));
    arrange();
  }

  private int most() {
    Picture picture = looks.get(at).picture();
    return Math.max(
        1, Math.min(LARGEST_FACTOR, LONGEST / Math.max(picture.width(), picture.height())));
  }

  /** Screen pixels for a pixel, each way. */
  private int factor() {
    if (chosen != FIT) {
      return Math.min(chosen, most());
    }
    Picture picture = looks.get(at).picture();
    Bounds room = scroll.getViewportBounds();
    double fitting =
        Math.min(room.getWidth() / picture.width(), room.getHeight() / picture.height());
    return Math.max(1, Math.min(most(), (int) Math.floor(fitting)));
  }

  private void arrange() {
    if (looks.isEmpty()) {
      return;
    }
    int times = factor();
    Picture picture = looks.get(at).picture();
    double width = (double) times * picture.width();
    double height = (double) times * picture.height();
    view.setMinSize(width, height);
    view.setMaxSize(width, height);
    view.setPrefSize(width, height);
    factor.setText(Messages.text("look.factor", times));
    smaller.setDisable(times <= 1);
    larger.setDisable(times >= most());
  }

  private void pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    if (Shortcut.PICTURE_BEFORE.matches(event)) {
      go(-1);
    } else if (Shortcut.PICTURE_NEXT.matches(event)) {
      go(1);
    } else if (code == KeyCode.HOME || code == KeyCode.END) {
      go(code == KeyCode.HOME ? -at : looks.size() - 1 - at);
    } else if (Shortcut.PICTURE_CLOSER.matches(event)) {
      zoom(1);
    } else if (Shortcut.PICTURE_WIDER.matches(event)) {
      zoom(-1);
    } else if (Shortcut.PICTURE_FIT.matches(event)) {
      zoomTo(FIT);
    } else if (Shortcut.PICTURE_COPY.matches(event)) {
      copy();
    } else if (Shortcut.PICTURE_SAVE.matches(event)) {
      save();
    } else if (code == KeyCode.SPACE && !(event.getTarget() instanceof Button)) {
      cover.close();
    } else {
      return;
    }
    event.consume();
  }

  private void copy() {
    Picture picture = looks.get(at).picture();
    WritableImage image = new WritableImage(picture.width(), picture.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            picture.width(),
            picture.height(),
            PixelFormat.getIntArgbInstance(),
            picture.argb(),
            0,
            picture.width());
    ClipboardContent content = new ClipboardContent();
    content.putImage(image);
    Clipboard.getSystemClipboard().setContent(content);
    model.tell(Notice.success(Messages.text("look.copied")));
  }

  private void save() {
    Look look = looks.get(at);
    places
        .ask(Messages.text("look.save.title"), look.name() + ".png")
        .ifPresent(file -> write(look, file));
  }

  /** Writes a picture with what is known of it, one pixel for a pixel. */
  void write(Look look, Path file) {
    model
        .tasks()
        .run(
            Messages.text("look.saving", file.getFileName()),
            progress -> {
              NotedPicture.write(file, look.picture(), look.notes());
              return file;
            })
        .onDone(done -> model.tell(Notice.success(Messages.text("look.saved", done))))
        .onFailed(e -> model.tell(Notice.problem(e)));
  }
}
