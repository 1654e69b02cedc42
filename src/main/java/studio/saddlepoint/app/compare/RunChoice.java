package studio.saddlepoint.app.compare;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.compare.model.CompareModel;
import studio.saddlepoint.app.compare.model.CompareState;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.keys.Shortcut;
import studio.saddlepoint.run.list.RunSets;
import studio.saddlepoint.run.list.RunSummary;

/** The list of all runs, to choose from; and sets of runs that are worth a look. */
final class RunChoice extends VBox {
  private final CompareModel model;
  private final CustomTextField find = new CustomTextField();
  private final FilteredList<RunSummary> runs;
  private final ListView<RunSummary> list;
  private final MenuButton sets =
      new MenuButton(Messages.text("compare.sets"), new FontIcon(Feather.ZAP));
  private final Label count = new Label();
  private final Button none = Buttons.labelled(Feather.X, "compare.clear", this::clear);
  private @Nullable Path place;

  RunChoice(StudioModel studio, CompareModel model) {
    super(8);
    this.model = model;
    getStyleClass().add("compare-choice");
    runs = new FilteredList<>(studio.runs(), RunChoice::sound);
    list = new ListView<>(runs);
    find.setId("compare-find");
    find.setLeft(new FontIcon(Feather.SEARCH));
    find.setPromptText(Messages.text("compare.find"));
    find.setAccessibleText(Messages.text("compare.find"));
    Buttons.explain(find, Shortcut.FIND.tip(Messages.text("compare.find.tip")));
    find.textProperty()
        .addListener(
            (p, old, now) ->
                runs.setPredicate(
                    run -> sound(run) && (now.isBlank() || RunLines.matches(run, now))));
    find.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DOWN && !runs.isEmpty()) {
            list.requestFocus();
            list.getSelectionModel()
                .select(Math.max(0, list.getSelectionModel().getSelectedIndex()));
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE && !find.getText().isEmpty()) {
            find.setText("");
            event.consume();
          }
        });
    sets.setId("compare-sets");
    sets.setMaxWidth(Double.MAX_VALUE);
    Buttons.explain(sets, Messages.text("compare.sets.tip"));
    list.setId("compare-runs");
    list.getStyleClass().addAll(Styles.DENSE, "compare-runs");
    list.setAccessibleText(Messages.text("compare.runs"));
    list.setCellFactory(made -> new RunCell(model));
    Label nothing = new Label(Messages.text("compare.find.none"));
    nothing.getStyleClass().add("muted");
    nothing.setWrapText(true);
    list.setPlaceholder(nothing);
    list.setOnKeyPressed(
        event -> {
          RunSummary run = list.getSelectionModel().getSelectedItem();
          if (run != null
              && (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER)) {
            event.consume();
            model.toggle(run.folder());
          }
        });
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((p, old, now) -> place = now == null ? place : now.folder());
    VBox.setVgrow(list, Priority.ALWAYS);
    count.getStyleClass().add("muted");
    none.setId("compare-clear");
    none.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    none.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox foot = new HBox(8, count, space, none);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(find, sets, list, foot);
    model.stateProperty().addListener((p, old, now) -> refresh());
    model.listedProperty().addListener(o -> listed());
    listed();
    refresh();
  }

  private static boolean sound(RunSummary run) {
    return run.problem().isEmpty() && run.recipe().isPresent();
  }

  private void clear() {
    List.copyOf(model.state().chosen()).forEach(each -> model.drop(each.id()));
  }

  private void listed() {
    keepPlace();
    Map<RunSets.Kind, List<RunSummary>> found = model.sets();
    sets.getItems()
        .setAll(
            found.entrySet().stream().map(each -> item(each.getKey(), each.getValue())).toList());
    sets.setDisable(found.isEmpty());
    refresh();
  }

  /** The keyboard stays at its run where the list was read anew. */
  private void keepPlace() {
    Path at = place;
    if (at != null && list.getSelectionModel().getSelectedItem() == null) {
      runs.stream()
          .filter(run -> run.folder().equals(at))
          .findFirst()
          .ifPresent(list.getSelectionModel()::select);
    }
  }

  private MenuItem item(RunSets.Kind kind, List<RunSummary> of) {
    MenuItem item = new MenuItem(words(kind, of));
    item.setId(id(kind));
    item.setMnemonicParsing(false);
    item.setOnAction(event -> choose(of));
    return item;
  }

  /** The id of what chooses a set. */
  static String id(RunSets.Kind kind) {
    return "compare-set-" + kind.name().toLowerCase(Locale.ROOT);
  }

  /** What a set is called, with the number of runs or their names. */
  static String words(RunSets.Kind kind, List<RunSummary> of) {
    return Messages.text("compare.set." + kind.name().toLowerCase(Locale.ROOT), of.size());
  }

  private void choose(List<RunSummary> of) {
    model.chooseOnly(of.stream().map(RunSummary::folder).toList());
  }

  private void refresh() {
    int chosen = model.state().chosen().size();
    count.setText(Messages.text("compare.count", chosen, CompareState.MOST));
    none.setDisable(chosen == 0);
    list.refresh();
  }

  /** Puts the keyboard where runs are searched. */
  void find() {
    find.requestFocus();
    find.selectAll();
  }
}
