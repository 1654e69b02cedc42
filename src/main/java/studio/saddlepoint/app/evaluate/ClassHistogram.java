package studio.saddlepoint.app.evaluate;

import atlantafx.base.theme.Styles;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.train.Swatch;
import studio.saddlepoint.metrics.ClassBalance;

/** How often each class occurs among real and among generated pictures, as pairs of bars. */
final class ClassHistogram extends VBox {
    /** With more classes, those that differ most are shown. */
    static final int MOST = 20;

    /**
     * A histogram.
     *
     * @param classes what was counted
     */
    ClassHistogram(ClassBalance classes) {
        getStyleClass().addAll("card", "evaluate-panel");
        Label title = new Label(Messages.text("evaluate.classes"));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        Buttons.explain(title, Messages.text("evaluate.classes.tip"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox heading =
                new HBox(
                        12,
                        title,
                        space,
                        legend("series-e", "evaluate.classes.real"),
                        legend("series-a", "evaluate.classes.generated"));
        heading.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(heading);
        double most =
                DoubleStream.concat(
                                DoubleStream.of(classes.real()),
                                DoubleStream.of(classes.generated()))
                        .max()
                        .orElse(1);
        CardGrid rows = new CardGrid(260);
        for (int index : shown(classes)) {
            rows.getChildren().add(row(classes, index, Math.max(1e-9, most)));
        }
        getChildren().add(rows);
        int left = classes.names().size() - MOST;
        if (left > 0) {
            Label more = new Label(Messages.text("evaluate.classes.more", MOST, left));
            more.getStyleClass().addAll(Styles.TEXT_SMALL, "muted");
            getChildren().add(more);
        }
    }

    /** The classes shown, in their order. */
    static List<Integer> shown(ClassBalance classes) {
        return IntStream.range(0, classes.names().size())
                .boxed()
                .sorted(
                        Comparator.comparingDouble(
                                i -> -Math.abs(classes.real()[i] - classes.generated()[i])))
                .limit(MOST)
                .sorted()
                .toList();
    }

    private static HBox legend(String colour, String key) {
        Label name = new Label(Messages.text(key));
        name.getStyleClass().add("legend-name");
        HBox box = new HBox(4, new Swatch(colour), name);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static HBox row(ClassBalance classes, int index, double most) {
        double real = classes.real()[index];
        double generated = classes.generated()[index];
        Label name = new Label(classes.names().get(index));
        name.setPrefWidth(72);
        name.setMinWidth(72);
        Label share = new Label(percent(generated));
        share.setMinWidth(52);
        share.setPrefWidth(52);
        share.setAlignment(Pos.CENTER_RIGHT);
        share.getStyleClass().addAll(Styles.TEXT_SMALL, "muted");
        PairBar bars = new PairBar(real / most, generated / most);
        HBox.setHgrow(bars, Priority.ALWAYS);
        HBox row = new HBox(8, name, bars, share);
        row.setAlignment(Pos.CENTER_LEFT);
        String words =
                Messages.text(
                        "evaluate.classes.row",
                        classes.names().get(index),
                        percent(real),
                        percent(generated));
        row.setAccessibleText(words);
        javafx.scene.control.Tooltip.install(row, Buttons.tooltip(words));
        return row;
    }

    private static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.1f %%", 100 * share);
    }

    /** Two bars, one over the other. */
    private static final class PairBar extends Region {
        private static final double BAR = 8;

        private final double upper;
        private final double lower;
        private final Region real = bar("series-e");
        private final Region generated = bar("series-a");

        PairBar(double upper, double lower) {
            this.upper = upper;
            this.lower = lower;
            setMinHeight(2 * BAR + 8);
            setPrefHeight(2 * BAR + 8);
            getChildren().addAll(real, generated);
        }

        private static Region bar(String colour) {
            Region bar = new Region();
            bar.getStyleClass().addAll("pair-bar", colour);
            bar.setManaged(false);
            return bar;
        }

        @Override
        protected void layoutChildren() {
            real.resizeRelocate(0, 3, Math.max(1, upper * getWidth()), BAR);
            generated.resizeRelocate(0, 4 + BAR, Math.max(1, lower * getWidth()), BAR);
        }
    }
}
