package studio.saddlepoint.app.data;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.data.DataModel.Shown;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Clicks;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.app.fx.SearchedChoice;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.app.pictures.Look;
import studio.saddlepoint.app.pictures.LookEvent;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.latent.RenderThread;
import studio.saddlepoint.latent.RenderThread.Client;
import studio.saddlepoint.latent.RenderThread.Outcome;

/** A contact sheet of random images, by class, page by page. */
final class LookPane extends BorderPane {
  private static final int GAP = 2;

  /** Screen pixels for an image, at least: one row of these more fits, or one less. */
  private static final double CELL = 64;

  private record Page(ContactSheet sheet, DataSet set, int from, List<Picture> pictures) {}

  private final PictureView view = new PictureView();
  private final Label place = new Label();
  private final Label pointed = new Label();
  private final StackPane canvas = new StackPane(view);
  private final SearchedChoice classes = new SearchedChoice();
  private final Segments<Split> split;
  private final Button before;
  private final Button after;
  private final Client<Page> reader;
  private Shown.@Nullable Ready ready;
  private @Nullable Page page;
  private long seed = 1;
  private int wanted;
  private int columns = 1;
  private int rows = 1;

  /**
   * A pane without images.
   *
   * @param thread where images are read
   * @param ui the window's thread
   */
  LookPane(RenderThread thread, Executor ui) {
    reader = thread.client(ui, this::take);
    canvas.getStyleClass().addAll("card", "data-canvas");
    canvas.setMinSize(0, 0);
    split =
        new Segments<>(
            Messages.text("data.split"),
            List.of(Split.TRAIN, Split.TEST),
            each -> each == Split.TRAIN ? "data.split.train" : "data.split.test");
    split.valueProperty().addListener((p, old, now) -> restart());
    classes.setId("data-class");
    classes.setAccessibleText(Messages.text("data.class"));
    classes.setPrefWidth(168);
    classes.setMinWidth(168);
    Buttons.explain(classes, Messages.text("data.class.tip"));
    classes.getSelectionModel().selectedIndexProperty().addListener((p, old, now) -> restart());
    Button shuffle = Buttons.icon(Feather.SHUFFLE, "data.shuffle", this::shuffle);
    shuffle.setId("data-shuffle");
    before = Buttons.icon(Feather.CHEVRON_LEFT, "data.page.before", () -> turn(-1));
    before.setId("data-page-before");
    after = Buttons.icon(Feather.CHEVRON_RIGHT, "data.page.after", () -> turn(1));
    after.setId("data-page-after");
    place.getStyleClass().add("muted");
    place.setMinWidth(Region.USE_PREF_SIZE);
    pointed.getStyleClass().addAll("muted", Styles.TEXT_SMALL);
    pointed.setId("data-pointed");
    pointed.setMaxWidth(Double.MAX_VALUE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar = new HBox(8, split, classes, shuffle, space, before, place, after);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("data-look-bar");
    setTop(bar);
    setCenter(canvas);
    setBottom(pointed);
    canvas.setFocusTraversable(true);
    canvas.setAccessibleRole(AccessibleRole.BUTTON);
    canvas.setAccessibleText(Messages.text("data.look"));
    Clicks.on(
        canvas,
        event -> {
          canvas.requestFocus();
          int cell = cellAt(event.getX(), event.getY());
          if (cell >= 0) {
            look(cell);
          }
        });
    canvas.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            event.consume();
            look(0);
          }
        });
    canvas.setOnMouseMoved(event -> point(event.getX(), event.getY()));
    canvas.setOnMouseExited(event -> pointed.setText(""));
    canvas.widthProperty().addListener((p, old, now) -> arrange());
    canvas.heightProperty().addListener((p, old, now) -> arrange());
  }

  /** Shows another data set. */
  void show(Shown.Ready next) {
    ready = null;
    split.valueProperty().set(Split.TRAIN);
    List<String> names = new ArrayList<>();
    names.add(Messages.text("data.class.all"));
    next.train().classNames().forEach(each -> names.add(Escapes.name(each)));
    classes.offer(names);
    classes.getSelectionModel().select(0);
    classes.setDisable(names.size() == 1);
    split.setDisable(next.summary().testIsTrain());
    ready = next;
    arrange();
    restart();
  }

  private void shuffle() {
    seed = new Random().nextLong();
    restart();
  }

  private void restart() {
    Shown.Ready now = ready;
    if (now == null) {
      return;
    }
    wanted = 0;
    DataSet set = current(now);
    int label = classes.getSelectionModel().getSelectedIndex() - 1;
    long order = seed;
    int count = rows * columns;
    reader.discard();
    reader.request(
        () -> {
          ContactSheet sheet = new ContactSheet(set, Math.max(ContactSheet.ALL, label), order);
          return new Page(sheet, set, 0, sheet.pictures(0, count));
        });
  }

  private void turn(int by) {
    Page now = page;
    if (now != null) {
      int pages = pages(now);
      wanted = Math.floorMod(wanted / (rows * columns) + by, pages) * rows * columns;
      read(now);
    }
  }

  private void read(Page now) {
    int from = wanted;
    int count = rows * columns;
    reader.request(() -> new Page(now.sheet(), now.set(), from, now.sheet().pictures(from, count)));
  }

  private int pages(Page now) {
    return Math.max(1, (now.sheet().size() + rows * columns - 1) / (rows * columns));
  }

  private void take(Outcome<Page> outcome) {
    if (outcome instanceof Outcome.Done<Page> done) {
      page = done.value();
      draw(done.value());
    } else if (outcome instanceof Outcome.Failed<Page> failed) {
      pointed.setText(Problems.describe(failed.error()));
    }
  }

  /** As many images as fit at a whole multiple of their size, so that they stay sharp. */
  private void arrange() {
    Shown.Ready now = ready;
    double width = canvas.getWidth() - canvas.snappedLeftInset() - canvas.snappedRightInset();
    double height = canvas.getHeight() - canvas.snappedTopInset() - canvas.snappedBottomInset();
    if (now == null || width <= 0 || height <= 0) {
      return;
    }
    int size = now.train().shape().width();
    double scale = Math.max(1, Math.round(CELL / size));
    int fittingColumns = Math.max(1, (int) ((width / scale + GAP) / (size + GAP)));
    int fittingRows = Math.max(1, (int) ((height / scale + GAP) / (size + GAP)));
    if (fittingColumns == columns && fittingRows == rows) {
      return;
    }
    columns = fittingColumns;
    rows = fittingRows;
    Page before = page;
    if (before != null && before.set() == current(now)) {
      wanted -= wanted % (rows * columns);
      read(before);
    } else {
      restart();
    }
  }

  private DataSet current(Shown.Ready now) {
    return split.valueProperty().get() == Split.TRAIN ? now.train() : now.test();
  }

  private void draw(Page now) {
    int pages = pages(now);
    place.setText(
        Messages.text(
            "data.page", Texts.count(now.from() / (rows * columns) + 1L), Texts.count(pages)));
    before.setDisable(pages == 1);
    after.setDisable(pages == 1);
    view.setAccessibleText(place.getText());
    view.show(
        now.pictures().isEmpty() ? null : PictureConversion.grid(now.pictures(), columns, GAP, 0));
  }

  /** Which of the page's images is at a place of the canvas; -1 where there is none. */
  private int cellAt(double x, double y) {
    Page now = page;
    if (now == null || now.pictures().isEmpty()) {
      return -1;
    }
    Picture first = now.pictures().get(0);
    Point2D at = view.pictureAt(x - view.getLayoutX(), y - view.getLayoutY());
    int column = (int) Math.floor(at.getX() / (first.width() + GAP));
    int row = (int) Math.floor(at.getY() / (first.height() + GAP));
    int cell = row * columns + column;
    boolean there = column >= 0 && column < columns && row >= 0;
    return there && cell < now.pictures().size() ? cell : -1;
  }

  private void point(double x, double y) {
    Page now = page;
    int cell = cellAt(x, y);
    pointed.setText(now == null || cell < 0 ? "" : words(now, cell));
  }

  private static String words(Page now, int cell) {
    int index = now.sheet().indices(now.from(), now.pictures().size())[cell];
    int label = now.set().label(index);
    return label < 0
        ? Messages.text("data.image", Texts.count(index))
        : Messages.text("data.image.class", Texts.count(index), now.set().classNames().get(label));
  }

  private void look(int first) {
    Page now = page;
    if (now != null && !now.pictures().isEmpty()) {
      fireEvent(
          new LookEvent(
              IntStream.range(0, now.pictures().size()).mapToObj(cell -> look(now, cell)).toList(),
              first));
    }
  }

  private Look look(Page now, int cell) {
    int index = now.sheet().indices(now.from(), now.pictures().size())[cell];
    int label = now.set().label(index);
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("split", split.valueProperty().get().name().toLowerCase(Locale.ROOT));
    notes.put("index", Integer.toString(index));
    if (label >= 0) {
      notes.put("class", now.set().classNames().get(label));
    }
    String name = notes.get("split") + "-" + index;
    return new Look(now.pictures().get(cell), words(now, cell), name, notes);
  }
}
