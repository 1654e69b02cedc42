package studio.saddlepoint.app.explore.grid;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.latent.grid.GridCell;
import studio.saddlepoint.latent.grid.GridPictures;
import studio.saddlepoint.latent.grid.GridRequest;

/**
 * A grid of pictures as large as fits, with words beside its rows, above its columns and below its
 * cells where it has some. Every picture is a button.
 */
public final class GridView extends Region {
  private static final double GAP = 2;
  private static final double BORDER = 2;
  private static final double WIDEST_TITLE = 96;

  private final IntConsumer look;
  private final List<PictureView> views = new ArrayList<>();
  private final List<Button> buttons = new ArrayList<>();
  private final List<Label> captions = new ArrayList<>();
  private final List<Label> rowTitles = new ArrayList<>();
  private final List<Label> columnTitles = new ArrayList<>();
  private @Nullable GridRequest shape;
  private boolean smooth;

  /**
   * A grid without pictures.
   *
   * @param look looks closely at a picture, by its place
   */
  public GridView(IntConsumer look) {
    this.look = look;
    getStyleClass().add("mixing-grid");
    setMinSize(0, 0);
  }

  /** Shows pictures, or nothing. FX thread. */
  public void show(@Nullable GridPictures next) {
    if (next == null) {
      shape = null;
      views.clear();
      getChildren().clear();
      return;
    }
    GridRequest request = next.request();
    if (!sameWords(shape, request)) {
      build(request);
    }
    shape = request;
    for (int i = 0; i < views.size(); i++) {
      views.get(i).show(next.pictures().get(i));
    }
  }

  private static boolean sameWords(@Nullable GridRequest before, GridRequest now) {
    return before != null
        && before.columns() == now.columns()
        && before.rowTitles().equals(now.rowTitles())
        && before.columnTitles().equals(now.columnTitles())
        && captions(before).equals(captions(now));
  }

  private static List<String> captions(GridRequest request) {
    return request.cells().stream().map(GridCell::caption).toList();
  }

  /** Whether scaled pixels are blended instead of kept sharp. */
  public void setSmooth(boolean now) {
    smooth = now;
    views.forEach(each -> each.setSmooth(now));
  }

  private void build(GridRequest request) {
    views.clear();
    buttons.clear();
    titles(rowTitles, request.rowTitles());
    titles(columnTitles, request.columnTitles());
    List<String> words = captions(request);
    titles(captions, words.stream().allMatch(String::isEmpty) ? List.of() : words);
    List<Node> children = new ArrayList<>(rowTitles);
    children.addAll(columnTitles);
    children.addAll(captions);
    for (int i = 0; i < request.cells().size(); i++) {
      children.add(button(request, i));
    }
    getChildren().setAll(children);
    requestLayout();
  }

  private static void titles(List<Label> labels, List<String> words) {
    labels.clear();
    for (String each : words) {
      Label label = new Label(each);
      label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
      label.setAlignment(Pos.CENTER);
      label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      labels.add(label);
    }
  }

  private Button button(GridRequest request, int index) {
    PictureView view = new PictureView();
    view.setSmooth(smooth);
    view.setMouseTransparent(true);
    Button button = new Button(null, view);
    button.setId("grid-" + index);
    button.getStyleClass().setAll("picture-button", "mixing-cell");
    String words = words(request, index);
    button.setAccessibleText(words);
    Buttons.explain(button, words);
    button.setOnAction(event -> look.accept(index));
    views.add(view);
    buttons.add(button);
    return button;
  }

  private static String words(GridRequest request, int index) {
    String caption = request.cells().get(index).caption();
    if (!caption.isEmpty()) {
      return caption;
    }
    return request.rowTitles().isEmpty() || request.columnTitles().isEmpty()
        ? Messages.text("grid.cell", index + 1)
        : Messages.text(
            "grid.cell.titled",
            request.rowTitles().get(index / request.columns()),
            request.columnTitles().get(index % request.columns()));
  }

  @Override
  protected void layoutChildren() {
    GridRequest now = shape;
    if (now == null || buttons.isEmpty()) {
      return;
    }
    int rows = now.rows();
    int columns = now.columns();
    double line = buttons.isEmpty() ? 0 : lineHeight();
    double left =
        Math.min(
                WIDEST_TITLE,
                rowTitles.stream().mapToDouble(each -> each.prefWidth(-1)).max().orElse(-4))
            + 4;
    double top = columnTitles.isEmpty() ? 0 : line + 4;
    double below = captions.isEmpty() ? 0 : line;
    double wide = (getWidth() - left - (columns - 1) * GAP) / columns;
    double high = (getHeight() - top - (rows - 1) * GAP) / rows - below;
    double cell = Math.max(8, Math.floor(Math.min(wide, high)));
    double x =
        Math.floor(Math.max(0, (getWidth() - left - columns * (cell + GAP) + GAP) / 2)) + left;
    double y =
        Math.floor(Math.max(0, (getHeight() - top - rows * (cell + below + GAP) + GAP) / 2)) + top;
    for (int column = 0; column < columnTitles.size(); column++) {
      columnTitles.get(column).resizeRelocate(x + column * (cell + GAP), y - top, cell, line);
    }
    for (int row = 0; row < rowTitles.size(); row++) {
      rowTitles.get(row).resizeRelocate(x - left, y + row * (cell + GAP), left - 4, cell);
    }
    for (int i = 0; i < buttons.size(); i++) {
      double cellX = x + i % columns * (cell + GAP);
      double cellY = y + i / columns * (cell + below + GAP);
      views.get(i).setPrefSize(cell - 2 * BORDER, cell - 2 * BORDER);
      buttons.get(i).resizeRelocate(cellX, cellY, cell, cell);
      if (!captions.isEmpty()) {
        captions.get(i).resizeRelocate(cellX, cellY + cell, cell, line);
      }
    }
  }

  private double lineHeight() {
    List<Label> some = captions.isEmpty() ? columnTitles : captions;
    return some.isEmpty() ? 0 : some.get(0).prefHeight(-1);
  }
}
