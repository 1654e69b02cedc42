package studio.saddlepoint.app.data;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.data.ClassCount;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.data.LeftOut;
import studio.saddlepoint.data.PassedOver;
import studio.saddlepoint.data.SizeCount;

/** The contents of a data set: images by class, their sizes, files that cannot be read. */
final class CheckPane extends VBox {
  private static final double NAME_WIDTH = 130;
  private static final double TEST_WIDTH = 96;
  private static final double HEADER = 36;
  private static final double ROW = 32;
  private static final int MOST_ROWS = 12;
  private static final int MOST_REASONS = 8;

  CheckPane(DataSummary summary) {
    getStyleClass().add("data-check");
    Region classes = classes(summary);
    Region sizes = sizes(summary);
    HBox.setHgrow(classes, Priority.ALWAYS);
    HBox above = new HBox(classes, sizes);
    above.setFillHeight(false);
    above.getStyleClass().add("data-check-row");
    getChildren().addAll(above, problems(summary));
  }

  private static Region classes(DataSummary summary) {
    if (summary.classes().isEmpty()) {
      Label none = text("data.classes.none");
      return panel("data.classes", none);
    }
    TableView<ClassCount> table = table("data.classes");
    table.getItems().setAll(summary.classes());
    TableColumn<ClassCount, ?> name = column("data.column.class", ClassCount::name, each -> each);
    name.setPrefWidth(NAME_WIDTH);
    TableColumn<ClassCount, ?> test = count("data.column.test", ClassCount::test);
    test.setMinWidth(TEST_WIDTH);
    table.getColumns().add(name);
    table.getColumns().add(count("data.column.train", ClassCount::train));
    if (!summary.testIsTrain()) {
      table.getColumns().add(test);
    }
    table.getColumns().add(share(summary));
    fit(table);
    return panel("data.classes", table);
  }

  /** How much of all images each class has: a number, and a bar that is full for all of them. */
  private static TableColumn<ClassCount, Integer> share(DataSummary summary) {
    int all = summary.classes().stream().mapToInt(each -> images(summary, each)).sum();
    TableColumn<ClassCount, Integer> column =
        column("data.column.share", each -> images(summary, each), each -> Texts.count(each));
    column.setCellFactory(made -> new ShareCell(Math.max(1, all)));
    column.setSortable(false);
    return column;
  }

  private static int images(DataSummary summary, ClassCount count) {
    return count.train() + (summary.testIsTrain() ? 0 : count.test());
  }

  private static Region sizes(DataSummary summary) {
    TableView<SizeCount> table = table("data.sizes");
    table.getItems().setAll(summary.originalSizes());
    table
        .getColumns()
        .add(
            column("data.column.size", each -> each.width() + " × " + each.height(), each -> each));
    table.getColumns().add(count("data.column.images", SizeCount::images));
    fit(table);
    return panel("data.sizes", table);
  }

  private static Node problems(DataSummary summary) {
    if (summary.problems().isEmpty()) {
      Label fine = text("data.problems.none");
      fine.setGraphic(new FontIcon(Feather.CHECK_CIRCLE));
      fine.getStyleClass().add("data-fine");
      VBox panel = panel("data.problems", fine);
      remarks(summary, panel);
      return panel;
    }
    TableView<DataProblem> table = table("data.problems");
    table.setId("data-problems");
    table.getItems().setAll(summary.problems());
    table.getColumns().add(column("data.column.file", DataProblem::file, each -> each));
    TableColumn<DataProblem, String> reason =
        column("data.column.reason", DataProblem::reason, each -> each);
    reason.setPrefWidth(2 * reason.getPrefWidth());
    table.getColumns().add(reason);
    Label count = new Label(Messages.text("data.problems.count", summary.problems().size()));
    count.getStyleClass().add("problem-text");
    count.setWrapText(true);
    fit(table);
    VBox panel = panel("data.problems", count);
    if (summary.problems().size() > MOST_ROWS) {
      LeftOut.of(summary.problems()).stream()
          .limit(MOST_REASONS)
          .forEach(each -> panel.getChildren().add(remark(Escapes.name(each.text()))));
    }
    panel.getChildren().add(table);
    remarks(summary, panel);
    return panel;
  }

  /** What is no fault, but may be other than a person expects. */
  private static void remarks(DataSummary summary, VBox panel) {
    for (PassedOver each : summary.passedOver()) {
      panel.getChildren().add(remark(Messages.text("data.passed", Escapes.name(each.text()))));
    }
    summary.notes().forEach(each -> panel.getChildren().add(remark(each)));
  }

  private static Label remark(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static VBox panel(String key, Node content) {
    Label title = new Label(Messages.text(key));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    VBox panel = new VBox(title, content);
    panel.getStyleClass().addAll("card", "data-panel");
    return panel;
  }

  private static Label text(String key) {
    return remark(Messages.text(key));
  }

  private static <R> TableView<R> table(String key) {
    TableView<R> table = new TableView<>();
    table.getStyleClass().addAll(Styles.DENSE, "fitted");
    table.setAccessibleText(Messages.text(key));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    table.setFixedCellSize(ROW);
    return table;
  }

  /** As high as its rows, up to a number of them. */
  private static void fit(TableView<?> table) {
    table.setPrefHeight(
        HEADER + ROW * Math.min(MOST_ROWS, Math.max(1, table.getItems().size())) + 2);
    table.setMinHeight(Region.USE_PREF_SIZE);
    table.setMaxHeight(Region.USE_PREF_SIZE);
  }

  private static <R> TableColumn<R, Integer> count(String key, Function<R, Integer> value) {
    TableColumn<R, Integer> column = column(key, value, each -> Texts.count(each));
    column.getStyleClass().add("number-column");
    return column;
  }

  private static <R, T> TableColumn<R, T> column(
      String key, Function<R, T> value, Function<T, String> text) {
    TableColumn<R, T> column = new TableColumn<>(Messages.text(key));
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setCellFactory(
        made ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                String words = empty || item == null ? "" : Escapes.name(text.apply(item));
                setText(words);
                setTooltip(words.length() > 24 ? Buttons.tooltip(words) : null);
              }
            });
    return column;
  }
}
