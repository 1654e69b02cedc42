package studio.saddlepoint.app.fx;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Cards of one width in as many columns as there is room for; those of a row are equally high. */
public final class CardGrid extends Pane {
  private final double least;
  private final double gap;

  /**
   * A grid.
   *
   * @param least the least width of a card
   * @param gap between cards
   */
  public CardGrid(double least, double gap) {
    this.least = least;
    this.gap = gap;
    setMinWidth(0);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private int columns(double width) {
    int fit = Math.max(1, (int) ((width + gap) / (least + gap)));
    int count = Math.max(1, getManagedChildren().size());
    // As even as possible: seven in rows of four and three, not of six and one.
    int rows = (count + fit - 1) / fit;
    return Math.min(count, (count + rows - 1) / rows);
  }

  private double card(double width) {
    int columns = columns(width);
    return Math.floor((width - gap * (columns - 1)) / columns);
  }

  private double rowHeight(int from, double width) {
    List<Node> cards = getManagedChildren();
    double highest = 0;
    for (int i = from; i < Math.min(cards.size(), from + columns(width)); i++) {
      highest = Math.max(highest, cards.get(i).prefHeight(card(width)));
    }
    return Math.ceil(highest);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 3 * least;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double of = width < 0 ? (getWidth() > 0 ? getWidth() : computePrefWidth(-1)) : width;
    double height = -gap;
    for (int from = 0; from < getManagedChildren().size(); from += columns(of)) {
      height += gap + rowHeight(from, of);
    }
    return Math.max(0, height);
  }

  @Override
  protected void layoutChildren() {
    List<Node> cards = getManagedChildren();
    double width = getWidth();
    double top = 0;
    for (int from = 0; from < cards.size(); from += columns(width)) {
      double height = rowHeight(from, width);
      for (int i = from; i < Math.min(cards.size(), from + columns(width)); i++) {
        double left = (i - from) * (card(width) + gap);
        cards.get(i).resizeRelocate(left, top, card(width), height);
      }
      top += height + gap;
    }
  }
}
