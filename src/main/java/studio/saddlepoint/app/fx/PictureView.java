package studio.saddlepoint.app.fx;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.geometry.Point2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.Picture;

/**
 * Shows a {@link Picture} as large as fits. Unless smoothed, every pixel becomes a square of the
 * same whole size, so that nothing is blurred or uneven; only where that would leave much of the
 * view empty, or the picture is larger than the view, pixels are blended to fill it. A picture of
 * the size shown before is copied into the same buffer, which costs a fraction of making a new
 * image.
 */
public final class PictureView extends Region {
  /** Share of the view's width that sharp pixels have to fill. */
  private static final double LEAST_FILLED = 0.75;

  private final ImageView view = new ImageView();
  private @Nullable PixelBuffer<IntBuffer> buffer;
  private @Nullable Picture picture;
  private boolean smooth;
  private int factor = 1;

  /** A view that shows nothing yet. */
  public PictureView() {
    getStyleClass().add("picture-view");
    view.setSmooth(false);
    view.setPreserveRatio(true);
    getChildren().add(view);
  }

  /**
   * A view of a fixed size.
   *
   * @param size its width and height
   */
  public static PictureView thumbnail(double size) {
    PictureView thumbnail = new PictureView();
    thumbnail.setMinSize(size, size);
    thumbnail.setPrefSize(size, size);
    thumbnail.setMaxSize(size, size);
    thumbnail.setMouseTransparent(true);
    return thumbnail;
  }

  /** What is shown; nothing at first. */
  public @Nullable Picture picture() {
    return picture;
  }

  /** Shows a picture, or nothing. FX thread. */
  public void show(@Nullable Picture next) {
    Picture before = picture;
    picture = next;
    if (next == null) {
      view.setImage(null);
      buffer = null;
      return;
    }
    if (buffer == null
        || before == null
        || before.width() != next.width()
        || before.height() != next.height()) {
      buffer = null;
      requestLayout();
    } else {
      buffer.updateBuffer(
          pixels -> {
            enlarge(next, factor, pixels.getBuffer().array());
            return null;
          });
    }
  }

  /**
   * Pixels are enlarged here and not by the image view: the software renderer blends them whatever
   * it is told.
   */
  private void fill(Picture shown, int times) {
    if (buffer != null && times == factor) {
      return;
    }
    factor = times;
    int width = shown.width() * times;
    int height = shown.height() * times;
    int[] pixels = new int[width * height];
    enlarge(shown, times, pixels);
    PixelBuffer<IntBuffer> fresh =
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    buffer = fresh;
    view.setImage(new WritableImage(fresh));
  }

  /** Copies a picture, every pixel as a square. */
  static void enlarge(Picture picture, int times, int[] target) {
    int width = picture.width() * times;
    for (int y = 0; y < picture.height(); y++) {
      int first = y * times * width;
      for (int x = 0; x < picture.width(); x++) {
        int from = first + x * times;
        Arrays.fill(target, from, from + times, picture.argb()[y * picture.width() + x]);
      }
      for (int copy = 1; copy < times; copy++) {
        System.arraycopy(target, first, target, first + copy * width, width);
      }
    }
  }

  /** Whether scaled pixels are blended instead of kept sharp. */
  public void setSmooth(boolean smooth) {
    this.smooth = smooth;
    requestLayout();
  }

  /**
   * The place in the picture that is drawn at a place of this view.
   *
   * @param x from this view's left edge
   * @param y from this view's top edge
   * @return column and row in pixels of the picture, within it or not
   */
  public Point2D pictureAt(double x, double y) {
    Picture shown = picture;
    double scale = shown == null ? 1 : view.getFitWidth() / shown.width();
    return new Point2D((x - view.getLayoutX()) / scale, (y - view.getLayoutY()) / scale);
  }

  @Override
  protected void layoutChildren() {
    Picture shown = picture;
    double width = getWidth() - getInsets().getLeft() - getInsets().getRight();
    double height = getHeight() - getInsets().getTop() - getInsets().getBottom();
    if (shown == null || width <= 0 || height <= 0) {
      return;
    }
    double most = Math.min(width / shown.width(), height / shown.height());
    double scale = scale(most);
    boolean sharp = !smooth && scale == whole(most);
    view.setSmooth(!sharp);
    fill(shown, sharp ? times(most) : 1);
    view.setFitWidth(shown.width() * scale);
    view.setFitHeight(shown.height() * scale);
    view.relocate(
        snapPositionX(getInsets().getLeft() + (width - shown.width() * scale) / 2),
        snapPositionY(getInsets().getTop() + (height - shown.height() * scale) / 2));
  }

  /**
   * How wide a picture that is shown is drawn, in a view of which this much is to be filled.
   *
   * @param room width of the view without its insets, of which there is as much in height
   */
  public double drawnWidth(double room) {
    Picture shown = picture;
    return shown == null ? room : shown.width() * scale(room / shown.width());
  }

  private int times(double most) {
    return Math.max(1, (int) Math.floor(most * deviceScale()));
  }

  private double whole(double most) {
    return times(most) / deviceScale();
  }

  /** What a pixel becomes: a whole number of the device's, or as much as there is room for. */
  private double scale(double most) {
    double whole = whole(most);
    return !smooth && whole >= LEAST_FILLED * most && whole <= most ? whole : most;
  }

  /** Device pixels for a pixel of the scene. */
  private double deviceScale() {
    return getScene() == null || getScene().getWindow() == null
        ? 1
        : getScene().getWindow().getOutputScaleX();
  }

  @Override
  protected double computePrefWidth(double height) {
    return picture == null ? 64 : picture.width();
  }

  @Override
  protected double computePrefHeight(double width) {
    return picture == null ? 64 : picture.height();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 16;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 16;
  }
}
