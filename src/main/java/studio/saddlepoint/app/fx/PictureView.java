package studio.saddlepoint.app.fx;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.Picture;

/**
 * Shows a {@link Picture} as large as fits, with sharp pixels. A picture of the size shown before
 * is copied into the same buffer, which costs a fraction of making a new image.
 */
public final class PictureView extends Region {
    private final ImageView view = new ImageView();
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable Picture picture;

    /** A view that shows nothing yet. */
    public PictureView() {
        getStyleClass().add("picture-view");
        view.setSmooth(false);
        view.setPreserveRatio(true);
        getChildren().add(view);
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
        view.setSmooth(smooth);
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
        view.setFitWidth(shown.width() * scale);
        view.setFitHeight(shown.height() * scale);
        view.relocate(
                snapPositionX(getInsets().getLeft() + (width - shown.width() * scale) / 2),
                snapPositionY(getInsets().getTop() + (height - shown.height() * scale) / 2));
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
