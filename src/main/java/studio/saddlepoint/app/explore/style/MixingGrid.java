package studio.saddlepoint.app.explore.style;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.mixing.MixedPictures;
import studio.saddlepoint.latent.mixing.MixingRequest;
import studio.saddlepoint.latent.mixing.SeedList;

/**
 * Mixed pictures as large as fits: the columns' own pictures above, the rows' own ones on the left,
 * each with its seed, the mixed ones between. Every picture is a button.
 */
public final class MixingGrid extends Region {
  private static final double BORDER = 2;
  private static final double GAP = 2;
  private static final double WIDE = 12;
  private static final double CAPTION = 4;

  private final IntConsumer look;
  private final List<PictureView> views = new ArrayList<>();
  private final List<Button> buttons = new ArrayList<>();
  private final List<Label> columnSeeds = new ArrayList<>();
  private final List<Label> rowSeeds = new ArrayList<>();
  private @Nullable MixingRequest shape;
  private boolean smooth;

  /**
   * A grid without pictures.
   *
   * @param look looks closely at a picture, by its place in {@link MixedPictures#all}
   */
  public MixingGrid(IntConsumer look) {
    this.look = look;
    getStyleClass().add("mixing-grid");
    setMinSize(0, 0);
  }

  /** Shows pictures, or nothing. FX thread. */
  public void show(@Nullable MixedPictures next) {
    if (next == null) {
      shape = null;
      views.clear();
      buttons.clear();
      rowSeeds.clear();
      columnSeeds.clear();
      getChildren().clear();
      return;
    }
    MixingRequest request = next.request();
    MixingRequest before = shape;
    if (before == null
        || !before.rows().equals(request.rows())
        || !before.columns().equals(request.columns())) {
      build(request);
    }
    shape = request;
    List<Picture> all = next.all();
    for (int i = 0; i < all.size(); i++) {
      views.get(i).show(all.get(i));
    }
  }

  /** Whether scaled pixels are blended instead of kept sharp. */
  public void setSmooth(boolean now) {
    smooth = now;
    views.forEach(each -> each.setSmooth(now));
  }

  private void build(MixingRequest request) {
    views.clear();
    buttons.clear();
    captions(columnSeeds, request.columns());
    captions(rowSeeds, request.rows());
    List<Node> children = new ArrayList<>(columnSeeds);
    children.addAll(rowSeeds);
    for (int row = -1; row < request.rows().count(); row++) {
      for (int column = row < 0 ? 0 : -1; column < request.columns().count(); column++) {
        children.add(button(request, row, column));
      }
    }
    getChildren().setAll(children);
    requestLayout();
  }

  private static void captions(List<Label> labels, SeedList seeds) {
    labels.clear();
    for (long seed : seeds.seeds()) {
      Label label = new Label(Long.toString(seed));
      label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
      label.setAlignment(Pos.CENTER);
      labels.add(label);
    }
  }

  /** A row or column of -1 is the one of the others' own pictures. */
  private Button button(MixingRequest request, int row, int column) {
    PictureView view = new PictureView();
    view.setSmooth(smooth);
    view.setMouseTransparent(true);
    int index = buttons.size();
    Button button = new Button(null, view);
    button.setId("mixed-" + index);
    button.getStyleClass().setAll("picture-button", "mixing-cell");
    String words = words(request, row, column);
    button.setAccessibleText(words);
    Buttons.explain(button, words);
    button.setOnAction(event -> look.accept(index));
    views.add(view);
    buttons.add(button);
    return button;
  }

  private static String words(MixingRequest request, int row, int column) {
    if (row < 0) {
      return Messages.text("mixing.column", seed(request.columns(), column));
    }
    return column < 0
        ? Messages.text("mixing.row", seed(request.rows(), row))
        : Messages.text(
            "mixing.cell",
            seed(request.rows(), row),
            request.layers().toString(),
            seed(request.columns(), column));
  }

  private static String seed(SeedList seeds, int index) {
    return Long.toString(seeds.seeds().get(index));
  }

  @Override
  protected void layoutChildren() {
    int rows = rowSeeds.size();
    int columns = columnSeeds.size();
    if (rows == 0 || columns == 0) {
      return;
    }
    double left =
        CAPTION + rowSeeds.stream().mapToDouble(each -> each.prefWidth(-1)).max().orElse(0);
    double top = CAPTION + columnSeeds.get(0).prefHeight(-1);
    double wide = (getWidth() - left - WIDE - (columns - 1) * GAP) / (columns + 1);
    double high = (getHeight() - top - WIDE - (rows - 1) * GAP) / (rows + 1);
    double cell = Math.max(8, Math.floor(Math.min(wide, high)));
    double fullWidth = left + WIDE + (columns - 1) * GAP + (columns + 1) * cell;
    double fullHeight = top + WIDE + (rows - 1) * GAP + (rows + 1) * cell;
    double x = Math.floor(Math.max(0, (getWidth() - fullWidth) / 2));
    double y = Math.floor(Math.max(0, (getHeight() - fullHeight) / 2));
    for (int column = 0; column < columns; column++) {
      columnSeeds
          .get(column)
          .resizeRelocate(x + left + offset(column, cell), y, cell, top - CAPTION);
    }
    for (int row = 0; row < rows; row++) {
      rowSeeds.get(row).resizeRelocate(x, y + top + offset(row, cell), left - CAPTION, cell);
    }
    for (int i = 0; i < buttons.size(); i++) {
      int place = i + 1; // after the corner, where there is none
      int row = place / (columns + 1) - 1;
      int column = place % (columns + 1) - 1;
      views.get(i).setPrefSize(cell - 2 * BORDER, cell - 2 * BORDER);
      buttons
          .get(i)
          .resizeRelocate(x + left + offset(column, cell), y + top + offset(row, cell), cell, cell);
    }
  }

  private static double offset(int place, double cell) {
    return place < 0 ? 0 : cell + WIDE + place * (cell + GAP);
  }
}
