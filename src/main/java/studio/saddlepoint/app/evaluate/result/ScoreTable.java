package studio.saddlepoint.app.evaluate.result;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.fx.Clicks;
import studio.saddlepoint.metrics.record.ScoreGroup;
import studio.saddlepoint.metrics.record.ValueText;
import studio.saddlepoint.run.event.ScoreCard;

/** Scores that were made the same way, under the name of that way. */
final class ScoreTable extends VBox {
  private static final double ROW = 36;
  private static final double STEP = 72;
  private static final double WEIGHTS = 100;
  private static final double WIDE = 100;
  private static final double MEASURE = 84;
  private static final int MOST_ROWS = 8;

  /** With more measures, the columns scroll sideways. */
  private static final int MOST_FITTED = 4;

  private static final double BAR = 20;

  /**
   * A table whose rows can be shown in full.
   *
   * @param group its rows
   * @param show shows a row in full
   */
  ScoreTable(ScoreGroup group, Consumer<ScoreCard> show) {
    getStyleClass().addAll("card", "evaluate-group");
    Label protocol = new Label(capital(group.protocol()));
    protocol.getStyleClass().add(Styles.TEXT_BOLD);
    protocol.setWrapText(true);
    protocol.setMinHeight(Region.USE_PREF_SIZE);
    TableView<ScoreCard> table = new TableView<>();
    table.getItems().setAll(group.rows());
    table.getStyleClass().addAll(Styles.DENSE, "fitted");
    table.setAccessibleText(Messages.text("evaluate.table", group.protocol()));
    boolean wide = group.measures().size() > MOST_FITTED;
    if (!wide) {
      table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    }
    if (group.rows().size() <= MOST_ROWS) {
      // JavaFX shows it once there is one to scroll sideways, with nothing to scroll.
      table.getStyleClass().add("all-rows");
    }
    table.setFixedCellSize(ROW);
    table.setPrefHeight(
        ROW * (1 + Math.min(MOST_ROWS, group.rows().size())) + 2 + (wide ? BAR : 0));
    table.setMinHeight(Region.USE_PREF_SIZE);
    TableColumn<ScoreCard, ?> step =
        number(Messages.text("evaluate.column.step"), row -> (double) row.step());
    step.setMinWidth(STEP);
    table.getColumns().add(step);
    TableColumn<ScoreCard, String> weights =
        column(
            Messages.text("evaluate.column.weights"),
            ScoreCard::weights,
            text -> text.isEmpty() ? "–" : Messages.text("snapshot." + text));
    weights.setMinWidth(WEIGHTS);
    table.getColumns().add(weights);
    for (String measure : group.measures()) {
      TableColumn<ScoreCard, ?> column =
          number(
              ValueText.name(measure),
              row -> row.values().get(measure),
              value -> ValueText.value(measure, value));
      column.setPrefWidth(Math.max(MEASURE, 24 + 8.0 * ValueText.name(measure).length()));
      table.getColumns().add(column);
    }
    Instant now = Instant.now();
    TableColumn<ScoreCard, Instant> when =
        column(
            Messages.text("evaluate.column.when"), row -> row.time(), time -> Texts.ago(time, now));
    when.setMinWidth(WIDE);
    table.getColumns().add(when);
    getChildren().addAll(protocol, table);
    showRows(table, show);
  }

  /** A row is shown in full by a double click or the enter key. */
  private void showRows(TableView<ScoreCard> table, Consumer<ScoreCard> show) {
    Runnable chosen =
        () -> {
          ScoreCard row = table.getSelectionModel().getSelectedItem();
          if (row != null) {
            show.accept(row);
          }
        };
    Clicks.on(
        table,
        event -> {
          if (event.getClickCount() == 2) {
            chosen.run();
          }
        });
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            chosen.run();
          }
        });
  }

  private static TableColumn<ScoreCard, ?> number(String title, Function<ScoreCard, Double> value) {
    return number(title, value, step -> Texts.count(Math.round(step)));
  }

  private static TableColumn<ScoreCard, ?> number(
      String title, Function<ScoreCard, @Nullable Double> value, Function<Double, String> text) {
    TableColumn<ScoreCard, Double> column = column(title, value, text);
    column.setMinWidth(MEASURE);
    column.getStyleClass().add("number-column");
    return column;
  }

  private static <T extends Comparable<? super T>> TableColumn<ScoreCard, T> column(
      String title, Function<ScoreCard, @Nullable T> value, Function<T, String> text) {
    TableColumn<ScoreCard, T> column = new TableColumn<>(title);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setComparator(Comparator.nullsLast(Comparator.naturalOrder()));
    column.setCellFactory(
        made ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? "" : item == null ? "–" : text.apply(item));
              }
            });
    return column;
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
