package studio.saddlepoint.app.explore.grid;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.grid.GridPictures;
import studio.saddlepoint.latent.grid.PlaneWindow;

/**
 * A plane as a pad of pictures, and beside it the picture at the place chosen. Dragging moves the
 * place; with Shift, or the other mouse button, the pad; the wheel, a pinch, + and - zoom.
 */
public final class PlaneView extends Region {
  /** Pictures in each row and column of the pad. */
  public static final int SIDE = 7;

  private static final double SPACE = 16;
  private static final double STEP = 0.05;
  private static final double NOTCH = 1.1;

  private final ObjectProperty<PlaneState> state = new SimpleObjectProperty<>(PlaneState.first());
  private final PictureView pad = new PictureView();
  private final PictureView chosen = new PictureView();
  private final Circle dot = new Circle(7);
  private final Label place = new Label();
  private final List<Label> corners = List.of(corner(), corner(), corner());
  private double lastX;
  private double lastY;

  /** A plane without pictures. */
  public PlaneView() {
    getStyleClass().add("plane-view");
    setId("plane");
    setMinSize(0, 0);
    setFocusTraversable(true);
    setAccessibleText(Messages.text("plane.pad"));
    setAccessibleHelp(Messages.text("plane.pad.tip"));
    dot.getStyleClass().add("plane-dot");
    pad.setMouseTransparent(true);
    chosen.setMouseTransparent(true);
    place.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    place.setAlignment(Pos.CENTER);
    getChildren().addAll(pad, chosen, place);
    getChildren().addAll(corners);
    getChildren().add(dot);
    getChildren().forEach(each -> each.setMouseTransparent(true));
    state.addListener((p, old, now) -> requestLayout());
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnScroll(
        event -> {
          zoom(event.getDeltaY() > 0 ? 1 / NOTCH : NOTCH, event.getX(), event.getY());
          event.consume();
        });
    setOnZoom(
        event -> {
          zoom(1 / Math.max(0.1, event.getZoomFactor()), event.getX(), event.getY());
          event.consume();
        });
    setOnKeyPressed(this::key);
  }

  private static Label corner() {
    Label label = new Label();
    label.getStyleClass().add("plane-corner");
    label.setManaged(false);
    return label;
  }

  /** The plane, and the place chosen in it. */
  public ObjectProperty<PlaneState> stateProperty() {
    return state;
  }

  /** Shows the pad's pictures, or nothing. FX thread. */
  public void show(@Nullable GridPictures pictures) {
    pad.show(pictures == null ? null : pictures.sheet(0));
    requestLayout();
  }

  /** Shows the picture at the place chosen, or nothing. FX thread. */
  public void showChosen(@Nullable Picture picture) {
    chosen.show(picture);
  }

  /** Whether scaled pixels are blended instead of kept sharp. */
  public void setSmooth(boolean smooth) {
    pad.setSmooth(smooth);
    chosen.setSmooth(smooth);
  }

  private void press(MouseEvent event) {
    requestFocus();
    lastX = event.getX();
    lastY = event.getY();
    if (inside(event) && !pans(event)) {
      choose(event.getX(), event.getY());
    }
    event.consume();
  }

  private void drag(MouseEvent event) {
    if (pans(event)) {
      double side = side();
      pan((lastX - event.getX()) / side, (event.getY() - lastY) / side);
      lastX = event.getX();
      lastY = event.getY();
    } else if (lastX < padX() + side()) {
      choose(event.getX(), event.getY());
    }
    event.consume();
  }

  private static boolean pans(MouseEvent event) {
    return event.isShiftDown() || event.getButton() != MouseButton.PRIMARY;
  }

  private boolean inside(MouseEvent event) {
    return event.getX() >= padX() && event.getX() < padX() + side();
  }

  private void choose(double x, double y) {
    double left = Math.max(0, Math.min(1, (x - padX()) / side()));
    double top = Math.max(0, Math.min(1, (y - padY()) / side()));
    double[] at = state.get().window().place(left, top);
    state.set(state.get().at(at[0], at[1]));
  }

  private void pan(double byX, double byY) {
    state.set(state.get().withWindow(state.get().window().panned(byX, byY)));
  }

  private void zoom(double factor, double x, double y) {
    PlaneWindow window = state.get().window();
    double[] at = window.place((x - padX()) / side(), (y - padY()) / side());
    state.set(state.get().withWindow(window.zoomed(factor, at[0], at[1])));
  }

  private void key(KeyEvent event) {
    KeyCode code = event.getCode();
    double right = code == KeyCode.RIGHT ? 1 : code == KeyCode.LEFT ? -1 : 0;
    double up = code == KeyCode.UP ? 1 : code == KeyCode.DOWN ? -1 : 0;
    PlaneState now = state.get();
    if (right != 0 || up != 0) {
      if (event.isShiftDown()) {
        pan(right * STEP, up * STEP);
      } else {
        double step = 2 * STEP * now.window().reach();
        state.set(now.at(now.x() + right * step, now.y() + up * step));
      }
    } else if (code == KeyCode.PLUS || code == KeyCode.ADD || code == KeyCode.EQUALS) {
      state.set(now.withWindow(now.window().zoomed(1 / NOTCH, now.x(), now.y())));
    } else if (code == KeyCode.MINUS || code == KeyCode.SUBTRACT) {
      state.set(now.withWindow(now.window().zoomed(NOTCH, now.x(), now.y())));
    } else if (code == KeyCode.HOME) {
      state.set(now.recentred());
    } else {
      return;
    }
    event.consume();
  }

  private double side() {
    double high = getHeight() - place.prefHeight(-1) - 4;
    double wide = (getWidth() - SPACE) * 0.62;
    double room = Math.max(SIDE, Math.floor(Math.min(high, wide) / SIDE) * SIDE);
    return pad.drawnWidth(room); // so that places on the pad are those of its pictures
  }

  private double chosenSide() {
    return Math.max(1, Math.floor(Math.min(side(), getWidth() - SPACE - side())));
  }

  private double padX() {
    return Math.max(0, Math.floor((getWidth() - side() - SPACE - chosenSide()) / 2));
  }

  private double padY() {
    return Math.max(0, Math.floor((getHeight() - side() - place.prefHeight(-1) - 4) / 2));
  }

  @Override
  protected void layoutChildren() {
    double side = side();
    double left = padX();
    double top = padY();
    double other = chosenSide();
    pad.resizeRelocate(left, top, side, side);
    chosen.resizeRelocate(left + side + SPACE, top + (side - other) / 2, other, other);
    PlaneState now = state.get();
    place.setText(words(now));
    place.resizeRelocate(left, top + side + 4, side + SPACE + other, place.prefHeight(-1));
    double[] at = now.window().shares(now.x(), now.y());
    dot.setVisible(within(at));
    dot.setCenterX(left + at[0] * side);
    dot.setCenterY(top + at[1] * side);
    double[][] ends = {{0, 0}, {1, 0}, {0, 1}};
    String[] names = {"A", "B", "C"};
    for (int i = 0; i < ends.length; i++) {
      Label corner = corners.get(i);
      double[] shares = now.window().shares(ends[i][0], ends[i][1]);
      corner.setText(names[i]);
      corner.setVisible(!now.alongDirections() && within(shares));
      corner.resize(corner.prefWidth(-1), corner.prefHeight(-1));
      corner.relocate(
          left + shares[0] * side - corner.getWidth() / 2,
          top + shares[1] * side - corner.getHeight() / 2);
    }
  }

  private static boolean within(double[] shares) {
    return shares[0] >= 0 && shares[0] <= 1 && shares[1] >= 0 && shares[1] <= 1;
  }

  private static String words(PlaneState now) {
    return now.alongDirections()
        ? Messages.text(
            "plane.place.directions",
            now.axes().get(0).name(),
            number(now.x()),
            now.axes().get(1).name(),
            number(now.y()))
        : Messages.text("plane.place.codes", number(now.x()), number(now.y()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
