package studio.saddlepoint.app.evaluate;

import java.awt.Color;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.train.Swatch;

/** A chart with a legend; the point nearest to the mouse is told in words. */
final class PlotView extends VBox {
    private static final double NEAR = 24;

    private final Plot plot;
    private final Canvas canvas = new Canvas();
    private final List<Swatch> swatches = new ArrayList<>();
    private final Swatch ground = new Swatch("chart-ground");
    private final Swatch grid = new Swatch("chart-grid");
    private final Swatch text = new Swatch("chart-text");
    private final Label words = new Label();
    private PlotPainter.@Nullable Painted painted;

    /**
     * A chart.
     *
     * @param name for a screen reader
     */
    PlotView(Plot plot, String name) {
        this.plot = plot;
        getStyleClass().add("plot-view");
        canvas.setAccessibleText(name);
        HBox legend = new HBox(12);
        legend.setAlignment(Pos.CENTER_LEFT);
        for (Plot.Line line : plot.lines()) {
            Swatch swatch = new Swatch(line.colour());
            swatches.add(swatch);
            Label label = new Label(line.name());
            label.getStyleClass().add("legend-name");
            label.setMinWidth(Region.USE_PREF_SIZE);
            HBox entry = new HBox(4, swatch, label);
            entry.setAlignment(Pos.CENTER_LEFT);
            legend.getChildren().add(entry);
        }
        words.getStyleClass().add("legend-value");
        words.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        legend.getChildren().addAll(space, words);
        HBox colours = new HBox(ground, grid, text);
        colours.setOpacity(0);
        colours.setManaged(false);
        colours.setMouseTransparent(true);
        VBox.setVgrow(canvas, Priority.ALWAYS);
        getChildren().addAll(legend, canvas, colours);
        // Styled last: when it has its colour, so have the others.
        text.backgroundProperty().addListener(o -> canvas.requestLayout());
        canvas.setOnMouseMoved(event -> point(event.getX(), event.getY()));
        canvas.setOnMouseExited(event -> words.setText(""));
    }

    private void point(double x, double y) {
        PlotPainter.Painted now = painted;
        if (now == null) {
            return;
        }
        double best = NEAR;
        String found = "";
        for (Plot.Line line : plot.lines()) {
            for (Plot.Point each : line.points()) {
                double left = place(each.x(), now.x()) * now.area().getWidth();
                double up = place(each.y(), now.y()) * now.area().getHeight();
                double distance =
                        Math.hypot(now.area().getX() + left - x, now.area().getMaxY() - up - y);
                if (distance < best) {
                    best = distance;
                    found = each.words();
                }
            }
        }
        words.setText(found);
    }

    private static double place(double value, PlotPainter.Range range) {
        return (value - range.low()) / (range.high() - range.low());
    }

    /** The picture, painted anew when its size or the theme changes. */
    private final class Canvas extends Region {
        private final ImageView image = new ImageView();

        Canvas() {
            setMinSize(80, 80);
            setPrefSize(320, 240);
            image.setManaged(false);
            image.setMouseTransparent(true);
            getChildren().add(image);
        }

        @Override
        protected void layoutChildren() {
            int width = (int) getWidth();
            int height = (int) getHeight();
            if (width < 2 || height < 2 || !text.styled()) {
                return;
            }
            double scale =
                    getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
            List<Color> lines = swatches.stream().map(Swatch::colour).toList();
            PlotPainter.Painted fresh =
                    PlotPainter.paint(
                            plot,
                            lines,
                            new PlotPainter.Colours(ground.colour(), grid.colour(), text.colour()),
                            width,
                            height,
                            scale);
            painted = fresh;
            int[] argb = ((DataBufferInt) fresh.image().getRaster().getDataBuffer()).getData();
            image.setImage(
                    new WritableImage(
                            new PixelBuffer<>(
                                    fresh.image().getWidth(),
                                    fresh.image().getHeight(),
                                    IntBuffer.wrap(argb),
                                    PixelFormat.getIntArgbPreInstance())));
            image.setFitWidth(width);
            image.setFitHeight(height);
        }
    }
}
