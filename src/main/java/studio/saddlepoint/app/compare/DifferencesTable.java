package studio.saddlepoint.app.compare;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.ParameterNames;
import studio.saddlepoint.app.PlayerText;
import studio.saddlepoint.app.chart.Swatch;
import studio.saddlepoint.app.compare.model.CompareModel;
import studio.saddlepoint.app.compare.model.ComparedRun;
import studio.saddlepoint.app.compare.model.OurRun;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.EmptyState;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeDifferences;
import studio.saddlepoint.recipe.parameter.HyperParameter;

/** The settings in which the runs' recipes differ, in the words of the form; nothing else. */
final class DifferencesTable extends VBox {
  private static final double NAME = 260;
  private static final double VALUE = 150;

  private final CompareModel model;
  private final Label sentence = new Label();
  private final TableView<Line> table = new TableView<>();
  private final EmptyState same =
      new EmptyState(
          Feather.CHECK,
          Messages.text("compare.recipes.same"),
          Messages.text("compare.recipes.same.text"));
  private List<Head> heads = List.of();

  /** Of a column. */
  private record Head(String name, int colour) {}

  /**
   * A setting.
   *
   * @param parameter which
   * @param cells of each run
   */
  private record Line(HyperParameter parameter, List<Cell> cells) {
    String name() {
      String player = PlayerText.ofSetting(parameter.key());
      return player.isEmpty()
          ? parameter.label()
          : Messages.text("compare.quantity", player, parameter.label());
    }
  }

  /**
   * A run's value.
   *
   * @param text in the words of the form; with what it became, where it was changed on the way
   * @param used whether it has any effect there
   */
  record Cell(String text, boolean used) {}

  DifferencesTable(CompareModel model) {
    super(8);
    this.model = model;
    getStyleClass().add("compare-differences");
    sentence.getStyleClass().add("muted");
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    table.setId("compare-differences");
    table.getStyleClass().addAll(Styles.DENSE, "fitted");
    table.setAccessibleText(Messages.text("compare.recipes"));
    StackPane body = new StackPane(table, same);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(sentence, body);
  }

  /** Shows what is new. */
  void refresh() {
    List<OurRun> runs = model.ours();
    List<Line> lines = lines(runs);
    long foreign = model.shown().size() - runs.size();
    boolean enough = runs.size() >= 2;
    table.setVisible(enough && !lines.isEmpty());
    same.setVisible(enough && lines.isEmpty());
    sentence.setText(
        !enough
            ? Messages.text("compare.recipes.few")
            : Messages.text(
                foreign > 0 ? "compare.recipes.foreign" : "compare.recipes.count", lines.size()));
    sentence.setVisible(!enough || !lines.isEmpty());
    List<Head> now =
        runs.stream()
            .map(run -> new Head(model.name(run), model.state().colour(run.id())))
            .toList();
    if (!now.equals(heads)) {
      heads = now;
      build(runs);
    }
    if (!lines.equals(List.copyOf(table.getItems()))) {
      table.getItems().setAll(lines);
    }
  }

  /** The settings that differ: when the runs were started, or since. */
  private static List<Line> lines(List<OurRun> runs) {
    List<Recipe> recipes = new ArrayList<>();
    runs.forEach(run -> recipes.add(run.started()));
    runs.forEach(run -> recipes.add(run.open().recipe()));
    List<Line> lines = new ArrayList<>();
    for (RecipeDifferences.Row row : RecipeDifferences.of(recipes)) {
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < runs.size(); i++) {
        RecipeDifferences.Value started = row.values().get(i);
        RecipeDifferences.Value now = row.values().get(runs.size() + i);
        cells.add(
            new Cell(
                words(row.parameter(), started.text(), now.text()), started.used() || now.used()));
      }
      if (cells.stream().distinct().count() > 1) {
        lines.add(new Line(row.parameter(), cells));
      }
    }
    return lines;
  }

  private static String words(HyperParameter parameter, String started, String now) {
    String begun = ParameterNames.value(parameter.key(), started);
    return started.equals(now)
        ? begun
        : Messages.text(
            "compare.recipes.changed", begun, ParameterNames.value(parameter.key(), now));
  }

  private void build(List<OurRun> runs) {
    table.getColumns().clear();
    TableColumn<Line, Line> name = new TableColumn<>(Messages.text("compare.recipes.setting"));
    name.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    name.setComparator((a, b) -> a.name().compareTo(b.name()));
    name.setCellFactory(column -> new NameCell());
    name.setPrefWidth(NAME);
    table.getColumns().add(name);
    for (int i = 0; i < runs.size(); i++) {
      int place = i;
      TableColumn<Line, Cell> column = new TableColumn<>();
      column.setGraphic(head(model, runs.get(i)));
      column.setCellValueFactory(
          cell ->
              new ReadOnlyObjectWrapper<>(
                  place < cell.getValue().cells().size()
                      ? cell.getValue().cells().get(place)
                      : null));
      column.setCellFactory(made -> new ValueCell());
      column.setSortable(false);
      column.setPrefWidth(VALUE);
      column.setMinWidth(80);
      table.getColumns().add(column);
    }
    table.setColumnResizePolicy(
        runs.size() <= 4
            ? TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS
            : TableView.UNCONSTRAINED_RESIZE_POLICY);
  }

  /** The name of a run's column, with its colour. */
  static Label head(CompareModel model, ComparedRun run) {
    Label head = new Label(model.name(run), new Swatch("run-" + model.state().colour(run.id())));
    head.getStyleClass().add("compare-column");
    head.setMinWidth(0);
    head.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    head.setMaxWidth(Double.MAX_VALUE);
    Buttons.explain(head, model.name(run));
    return head;
  }

  private static final class NameCell extends TableCell<Line, Line> {
    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      setText(empty || line == null ? "" : line.name());
      setTooltip(
          empty || line == null
              ? null
              : Buttons.tooltip(line.parameter().help() + "\n" + line.parameter().key()));
    }
  }

  private static final class ValueCell extends TableCell<Line, Cell> {
    @Override
    protected void updateItem(@Nullable Cell cell, boolean empty) {
      super.updateItem(cell, empty);
      Optional<Cell> shown = Optional.ofNullable(empty ? null : cell);
      setText(
          shown
              .map(each -> each.used() ? each.text() : Messages.text("compare.recipes.idle"))
              .orElse(""));
      getStyleClass().remove("muted");
      shown.filter(each -> !each.used()).ifPresent(each -> getStyleClass().add("muted"));
      setTooltip(
          shown
              .map(
                  each ->
                      Buttons.tooltip(
                          each.used()
                              ? each.text()
                              : Messages.text("compare.recipes.idle.tip", each.text())))
              .orElse(null));
    }
  }
}
