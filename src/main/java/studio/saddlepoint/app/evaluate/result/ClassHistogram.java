package studio.saddlepoint.app.evaluate.result;

import atlantafx.base.theme.Styles;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.chart.LegendEntry;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.CardGrid;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.metrics.distribution.ClassBalance;
import studio.saddlepoint.metrics.record.ValueText;

/**
 * A chart of how often each class occurs among real and among generated pictures, as pairs of bars.
 */
public final class ClassHistogram extends VBox {
  /** With more classes, those that differ most are shown. */
  public static final int MOST = 20;

  /** Letters of a name that fits under a pair of bars. */
  private static final int SHORT = 4;

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
    Terms.link(title, "class-balance");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox heading =
        new HBox(
            12,
            title,
            space,
            new LegendEntry("series-e", Messages.text("evaluate.classes.real")),
            new LegendEntry("series-a", Messages.text("evaluate.classes.generated")));
    heading.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(heading);
    double most =
        DoubleStream.concat(DoubleStream.of(classes.real()), DoubleStream.of(classes.generated()))
            .max()
            .orElse(1);
    Label scale = new Label(Messages.text("evaluate.classes.scale", ValueText.percent(most)));
    scale.getStyleClass().addAll(Styles.TEXT_SMALL, "muted");
    getChildren().add(scale);
    List<Integer> shown = shown(classes);
    boolean upright = shown.stream().allMatch(each -> classes.names().get(each).length() <= SHORT);
    Pane bars = upright ? new HBox(8) : new CardGrid(260, 8);
    for (int index : shown) {
      Region pair =
          upright
              ? column(classes, index, Math.max(1e-9, most))
              : row(classes, index, Math.max(1e-9, most));
      String words =
          Messages.text(
              "evaluate.classes.row",
              classes.names().get(index),
              ValueText.percent(classes.real()[index]),
              ValueText.percent(classes.generated()[index]));
      pair.setAccessibleText(words);
      Tooltip.install(pair, Buttons.tooltip(words));
      bars.getChildren().add(pair);
    }
    getChildren().add(bars);
    int left = classes.names().size() - MOST;
    if (left > 0) {
      Label more = new Label(Messages.text("evaluate.classes.more", MOST, left));
      more.getStyleClass().addAll(Styles.TEXT_SMALL, "muted");
      getChildren().add(more);
    }
  }

  /** The classes shown, in their order. */
  public static List<Integer> shown(ClassBalance classes) {
    return IntStream.range(0, classes.names().size())
        .boxed()
        .sorted(
            Comparator.comparingDouble(i -> -Math.abs(classes.real()[i] - classes.generated()[i])))
        .limit(MOST)
        .sorted()
        .toList();
  }

  private static Region column(ClassBalance classes, int index, double most) {
    PairBar bars =
        new PairBar(classes.real()[index] / most, classes.generated()[index] / most, true);
    Label name = new Label(Escapes.name(classes.names().get(index)));
    name.setMinWidth(Region.USE_PREF_SIZE);
    VBox column = new VBox(4, bars, name);
    column.setAlignment(Pos.CENTER);
    column.setPrefWidth(0);
    HBox.setHgrow(column, Priority.ALWAYS);
    return column;
  }

  private static Region row(ClassBalance classes, int index, double most) {
    double generated = classes.generated()[index];
    Label name = new Label(Escapes.name(classes.names().get(index)));
    name.setPrefWidth(88);
    name.setMinWidth(88);
    Label share = new Label(ValueText.percent(generated));
    share.setMinWidth(52);
    share.setPrefWidth(52);
    share.setAlignment(Pos.CENTER_RIGHT);
    share.getStyleClass().addAll(Styles.TEXT_SMALL, "muted");
    PairBar bars = new PairBar(classes.real()[index] / most, generated / most, false);
    HBox.setHgrow(bars, Priority.ALWAYS);
    HBox row = new HBox(8, name, bars, share);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPadding(new Insets(0, 16, 0, 0));
    return row;
  }

  /** Two bars, side by side: upright, or lying. */
  private static final class PairBar extends Region {
    private static final double BAR = 8;
    private static final double HEIGHT = 120;
    private static final double WIDEST = 22;

    private final double first;
    private final double second;
    private final boolean upright;
    private final Region real = bar("series-e");
    private final Region generated = bar("series-a");

    PairBar(double first, double second, boolean upright) {
      this.first = first;
      this.second = second;
      this.upright = upright;
      setMinHeight(upright ? HEIGHT : 2 * BAR + 8);
      setPrefHeight(upright ? HEIGHT : 2 * BAR + 8);
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
      if (upright) {
        double width = Math.min(WIDEST, Math.floor((getWidth() - 2) / 2));
        double left = Math.floor(getWidth() / 2 - width - 1);
        stand(real, left, width, first);
        stand(generated, left + width + 2, width, second);
      } else {
        real.resizeRelocate(0, 3, length(first, getWidth()), BAR);
        generated.resizeRelocate(0, 4 + BAR, length(second, getWidth()), BAR);
      }
    }

    /** What occurs at all is to be seen, and what does not is not. */
    private static double length(double share, double most) {
      return share > 0 ? Math.max(1, Math.round(share * most)) : 0;
    }

    private void stand(Region bar, double left, double width, double share) {
      double height = length(share, getHeight());
      bar.resizeRelocate(left, getHeight() - height, width, height);
    }
  }
}
