package studio.saddlepoint.app.fx;

import java.nio.IntBuffer;
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
        picture = next;
        if (next == null) {
            view.setImage(null);
            buffer = null;
            return;
        }
        PixelBuffer<IntBuffer> same = buffer;
        if (same != null && same.getWidth() == next.width() && same.getHeight() == next.height()) {
            same.updateBuffer(
                    pixels -> {
                        pixels.getBuffer().put(0, next.argb());
                        return null;
                    });
            return;
        }
        IntBuffer pixels = IntBuffer.wrap(next.argb().clone());
        PixelBuffer<IntBuffer> fresh =
                new PixelBuffer<>(
                        next.width(), next.height(), pixels, PixelFormat.getIntArgbPreInstance());
        buffer = fresh;
        view.setImage(new WritableImage(fresh));
        requestLayout();
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
        double scale = Math.min(width / shown.width(), height / shown.height());
        double whole = whole(scale);
        boolean sharp = !smooth && whole >= LEAST_FILLED * scale && whole <= scale;
        view.setSmooth(!sharp);
        scale = sharp ? whole : scale;
        view.setFitWidth(shown.width() * scale);
        view.setFitHeight(shown.height() * scale);
        view.relocate(
                snapPositionX(getInsets().getLeft() + (width - shown.width() * scale) / 2),
                snapPositionY(getInsets().getTop() + (height - shown.height() * scale) / 2));
    }

    /** The next smaller whole number of device pixels, at least one, for a pixel of the picture. */
    private double whole(double scale) {
        double device =
                getScene() == null || getScene().getWindow() == null
                        ? 1
                        : getScene().getWindow().getOutputScaleX();
        return Math.max(1, Math.floor(scale * device)) / device;
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
