package studio.saddlepoint.app.compare;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.chart.Swatch;
import studio.saddlepoint.app.compare.model.CompareModel;
import studio.saddlepoint.app.compare.model.OurRun;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.EmptyState;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.metrics.metric.Metric.Direction;
import studio.saddlepoint.metrics.record.SharedScores;
import studio.saddlepoint.metrics.record.ValueText;
import studio.saddlepoint.recipe.DataSettings;

/** The scores of all runs that were made in one way: a line a run, or one for each score. */
final class ScoresTable extends VBox {
  private static final double ROW = 36;
  private static final double NAME = 220;
  private static final double STEP = 84;
  private static final double MEASURE = 104;

  private final CompareModel model;
  private final ComboBox<SharedScores> protocol = new ComboBox<>();
  private final Label only = new Label();
  private final TableView<Line> table = new TableView<>();
  private final HBox tools;
  private final EmptyState none =
      new EmptyState(
          Feather.BAR_CHART_2,
          Messages.text("compare.scores.none"),
          Messages.text("compare.scores.none.text"));
  private final Segments<Rows> rows =
      new Segments<>(
          Messages.text("compare.scores.rows"),
          List.of(Rows.values()),
          each -> "compare.scores." + each.name().toLowerCase(Locale.ROOT));
  private List<Object> shown = List.of();
  private boolean following;

  private enum Rows {
    BEST,
    ALL
  }

  /**
   * A line.
   *
   * @param name of the run
   * @param colour of the run
   * @param row its score
   */
  private record Line(String name, int colour, SharedScores.Row row) {}

  ScoresTable(CompareModel model) {
    super(8);
    this.model = model;
    getStyleClass().add("compare-scores");
    protocol.setId("compare-protocol");
    protocol.setConverter(new Protocols());
    protocol.setAccessibleText(Messages.text("compare.scores.protocol"));
    Buttons.explain(protocol, Messages.text("compare.scores.protocol.tip"));
    protocol.setMinWidth(120);
    protocol.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(protocol, Priority.ALWAYS);
    protocol
        .valueProperty()
        .addListener(
            (p, old, now) -> {
              if (!following && now != null) {
                model.ask(state -> state.measured(key(now)));
              }
            });
    rows.valueProperty()
        .addListener(
            (p, old, now) -> {
              if (!following) {
                model.ask(state -> state.scoring(now == Rows.ALL));
              }
            });
    rows.setMinWidth(Region.USE_PREF_SIZE);
    tools = new HBox(16, protocol, rows);
    tools.setAlignment(Pos.CENTER_LEFT);
    only.getStyleClass().add("muted");
    only.setWrapText(true);
    only.setMinHeight(Region.USE_PREF_SIZE);
    table.setId("compare-scores");
    table.getStyleClass().addAll(Styles.DENSE, "fitted");
    table.setFixedCellSize(ROW);
    table.setAccessibleText(Messages.text("compare.scores"));
    StackPane body = new StackPane(table, none);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(tools, only, body);
  }

  private static String key(SharedScores scores) {
    return scores.protocol() + "\n" + scores.data();
  }

  /** Shows what is new. */
  void refresh() {
    List<OurRun> runs = model.ours();
    List<SharedScores> all =
        SharedScores.of(
            runs.stream()
                .map(run -> new SharedScores.OfRun(data(run.started().data()), run.scores()))
                .toList());
    boolean any = !all.isEmpty();
    none.setVisible(!any && runs.stream().noneMatch(OurRun::loading));
    tools.setVisible(any);
    table.setVisible(any);
    only.setVisible(any);
    if (!any) {
      return;
    }
    SharedScores now =
        all.stream()
            .filter(each -> key(each).equals(model.state().protocol()))
            .findFirst()
            .orElse(all.get(0));
    following = true;
    if (!all.equals(List.copyOf(protocol.getItems()))) {
      protocol.getItems().setAll(all);
    }
    protocol.setValue(now);
    rows.valueProperty().set(model.state().everyScore() ? Rows.ALL : Rows.BEST);
    following = false;
    fill(now, runs);
  }

  /** What a run learnt from, in words. */
  private static String data(DataSettings data) {
    String source = data.source();
    String name =
        PathNames.spelt(source)
            .filter(path -> path.getNameCount() > 1)
            .map(PathNames::of)
            .orElse(source);
    return Messages.text("compare.scores.data", Escapes.name(name), data.size());
  }

  private void fill(SharedScores now, List<OurRun> runs) {
    List<SharedScores.Column> columns = now.columns();
    List<SharedScores.Row> seen =
        model.state().everyScore() || columns.isEmpty()
            ? now.rows()
            : now.bestOfEach(columns.get(0));
    List<Line> lines = new ArrayList<>();
    for (SharedScores.Row row : seen) {
      OurRun run = runs.get(row.run());
      lines.add(new Line(model.name(run), model.state().colour(run.id()), row));
    }
    String missing =
        runs.size() == now.runs()
            ? ""
            : Messages.text("compare.scores.missing", runs.size() - now.runs());
    only.setText(
        (model.state().everyScore() || columns.isEmpty()
                ? Messages.text("compare.scores.all.said")
                : Messages.text("compare.scores.best.said", title(columns.get(0), columns)))
            + missing);
    List<Object> next = List.of(columns, lines);
    if (!next.equals(shown)) {
      shown = next;
      build(columns, lines);
    }
  }

  private void build(List<SharedScores.Column> columns, List<Line> lines) {
    List<SharedScores.Row> all = lines.stream().map(Line::row).toList();
    List<Integer> sorted =
        table.getSortOrder().stream().map(each -> table.getColumns().indexOf(each)).toList();
    List<TableColumn.SortType> ways =
        table.getSortOrder().stream().map(each -> each.getSortType()).toList();
    int before = table.getColumns().size();
    table.getColumns().clear();
    TableColumn<Line, Line> run = new TableColumn<>(Messages.text("compare.scores.run"));
    run.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    run.setComparator(Comparator.comparing(Line::name));
    run.setCellFactory(made -> new RunCell());
    run.setPrefWidth(NAME);
    table.getColumns().add(run);
    table
        .getColumns()
        .add(
            number(
                Messages.text("evaluate.column.step"),
                line -> (double) line.row().card().step(),
                value -> Texts.count(Math.round(value)),
                Optional.empty(),
                STEP));
    for (SharedScores.Column each : columns) {
      boolean lower = each.measure().better() == Direction.LOWER;
      String title = title(each, columns);
      TableColumn<Line, Double> column =
          number(
              "",
              line -> line.row().value(each),
              value -> ValueText.value(each.measure().key(), value),
              SharedScores.best(all, each),
              Math.max(MEASURE, 56 + 8.5 * title.length()));
      Label head = new Label(Messages.text(lower ? "compare.lower" : "compare.higher", title));
      Buttons.explain(
          head,
          Messages.text(lower ? "compare.lower.tip" : "compare.higher.tip", each.title())
              + each.measure().metric().map(metric -> "\n" + metric.meaning()).orElse(""));
      column.setGraphic(head);
      table.getColumns().add(column);
    }
    TableColumn<Line, Instant> when = new TableColumn<>(Messages.text("evaluate.column.when"));
    Instant now = Instant.now();
    when.setCellValueFactory(
        cell -> new ReadOnlyObjectWrapper<>(cell.getValue().row().card().time()));
    when.setCellFactory(
        made ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable Instant time, boolean empty) {
                super.updateItem(time, empty);
                setText(empty || time == null ? "" : Texts.ago(time, now));
              }
            });
    when.setPrefWidth(110);
    table.getColumns().add(when);
    table.setColumnResizePolicy(
        columns.size() <= 3
            ? TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS
            : TableView.UNCONSTRAINED_RESIZE_POLICY);
    table.getItems().setAll(lines);
    sort(columns, sorted, ways, before == table.getColumns().size());
  }

  /** What a metric was set to is told where there is another column of it. */
  private static String title(SharedScores.Column column, List<SharedScores.Column> columns) {
    long alike = columns.stream().filter(each -> each.measure().equals(column.measure())).count();
    return alike > 1 ? column.title() : column.measure().label();
  }

  /** As it was sorted; at first by the first measure, the best on top. */
  private void sort(
      List<SharedScores.Column> columns,
      List<Integer> sorted,
      List<TableColumn.SortType> ways,
      boolean same) {
    table.getSortOrder().clear();
    if (same && !sorted.isEmpty()) {
      for (int i = 0; i < sorted.size(); i++) {
        TableColumn<Line, ?> column = table.getColumns().get(sorted.get(i));
        column.setSortType(ways.get(i));
        table.getSortOrder().add(column);
      }
    } else if (!columns.isEmpty()) {
      TableColumn<Line, ?> first = table.getColumns().get(2);
      first.setSortType(
          columns.get(0).measure().better() == Direction.LOWER
              ? TableColumn.SortType.ASCENDING
              : TableColumn.SortType.DESCENDING);
      table.getSortOrder().add(first);
    }
  }

  private static TableColumn<Line, Double> number(
      String title,
      Function<Line, Double> value,
      Function<Double, String> text,
      Optional<Double> best,
      double width) {
    TableColumn<Line, Double> column = new TableColumn<>(title);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setCellFactory(made -> new NumberCell(text, best));
    column.getStyleClass().add("number-column");
    column.setMinWidth(STEP);
    column.setPrefWidth(width);
    return column;
  }

  private static final class RunCell extends TableCell<Line, Line> {
    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      setText(empty || line == null ? "" : line.name());
      setGraphic(empty || line == null ? null : new Swatch("run-" + line.colour()));
      setGraphicTextGap(8);
    }
  }

  /** The best of a column is bold, and says so to who hears the window. */
  private static final class NumberCell extends TableCell<Line, Double> {
    private final Function<Double, String> text;
    private final Optional<Double> best;

    NumberCell(Function<Double, String> text, Optional<Double> best) {
      this.text = text;
      this.best = best;
    }

    @Override
    protected void updateItem(@Nullable Double value, boolean empty) {
      super.updateItem(value, empty);
      getStyleClass().remove("compare-best");
      if (empty || value == null) {
        setText("");
        setAccessibleText(null);
      } else if (Double.isNaN(value)) {
        setText("–");
        setAccessibleText(Messages.text("compare.scores.absent"));
      } else {
        String said = text.apply(value);
        boolean leads = best.filter(value::equals).isPresent();
        setText(said);
        setAccessibleText(leads ? Messages.text("compare.scores.leads", said) : said);
        if (leads) {
          getStyleClass().add("compare-best");
        }
      }
    }
  }

  private static final class Protocols extends StringConverter<SharedScores> {
    @Override
    public String toString(@Nullable SharedScores scores) {
      return scores == null
          ? ""
          : Messages.text("compare.scores.way", scores.protocol(), scores.data(), scores.runs());
    }

    @Override
    public SharedScores fromString(String text) {
      throw new UnsupportedOperationException("is chosen, not typed");
    }
  }
}
