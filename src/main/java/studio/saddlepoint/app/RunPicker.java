package studio.saddlepoint.app;

import java.io.File;
import java.time.Instant;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.keys.MenuKeys;
import studio.saddlepoint.app.keys.Shortcut;
import studio.saddlepoint.app.runs.GeneratorImporting;
import studio.saddlepoint.app.runs.RunActions;
import studio.saddlepoint.app.runs.RunMenu;
import studio.saddlepoint.app.runs.RunSubject;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.run.list.RunSummary;

/** Shows which run is open and opens another. */
final class RunPicker extends HBox {
  private static final int RECENT = 12;

  private final StudioModel model;
  private final MenuButton menu = new MenuButton();
  private final Button more;
  private @Nullable RunMenu runMenu;

  RunPicker(StudioModel model) {
    this.model = model;
    getStyleClass().add("run-picker");
    Button home =
        Buttons.icon(Feather.HOME, "picker.home", () -> model.pageProperty().set("start"));
    home.setId("go-home");
    Buttons.explain(home, Shortcut.RECIPES.tip(Messages.text("picker.home")));
    menu.setId("run-picker");
    menu.setMnemonicParsing(false);
    menu.getStyleClass().add("run-picker-menu");
    menu.setAccessibleText(Messages.text("picker.name"));
    Buttons.explain(menu, Messages.text("picker.tip"));
    more = Buttons.icon(Feather.MORE_HORIZONTAL, "runs.menu.open", this::more);
    more.setId("run-more");
    getChildren().addAll(home, menu, more);
    setOnContextMenuRequested(event -> more());
    setOnKeyPressed(
        event -> {
          if (MenuKeys.ask(event)) {
            more();
          }
        });
    menu.setOnShowing(
        event -> {
          fill();
          model.refreshRuns(); // another program may have made some
        });
    model
        .runs()
        .addListener(
            (ListChangeListener<RunSummary>)
                change -> {
                  if (menu.isShowing()) {
                    fill();
                  }
                });
    fill();
    model.openRunProperty().addListener(o -> name());
    model.awaitedProperty().addListener(o -> name());
    name();
  }

  private void name() {
    OpenRun run = model.openRunProperty().get();
    menu.textProperty().unbind();
    more.setDisable(run == null);
    if (!model.awaitedProperty().get().isEmpty()) {
      menu.setText(model.awaitedProperty().get());
    } else if (run == null) {
      menu.setText(Messages.text("picker.none"));
    } else {
      menu.textProperty()
          .bind(Bindings.createStringBinding(() -> Escapes.name(run.title()), run.titleProperty()));
    }
  }

  /** The menu of the open run. */
  private void more() {
    OpenRun run = model.openRunProperty().get();
    RunMenu before = runMenu;
    if (before != null && before.hide() || run == null) {
      return;
    }
    RunMenu made = new RunMenu(new RunActions(model), RunSubject.of(run), more);
    runMenu = made;
    made.toggle(more);
  }

  private void fill() {
    menu.getItems().clear();
    model.runs().stream()
        .filter(run -> run.problem().isEmpty())
        .limit(RECENT)
        .forEach(run -> menu.getItems().add(item(run)));
    if (menu.getItems().isEmpty()) {
      MenuItem none = new MenuItem(Messages.text("picker.no.runs"));
      none.setDisable(true);
      menu.getItems().add(none);
    }
    MenuItem all = new MenuItem(Messages.text("picker.all"), new FontIcon(Feather.HOME));
    all.setOnAction(event -> model.pageProperty().set("start"));
    MenuItem folder = new MenuItem(Messages.text("picker.folder"), new FontIcon(Feather.FOLDER));
    folder.setOnAction(event -> choose());
    MenuItem generator = new MenuItem(Messages.text("picker.import"), new FontIcon(Feather.LOG_IN));
    generator.setId("import-generator");
    generator.setOnAction(event -> new GeneratorImporting(model).begin(getScene().getWindow()));
    menu.getItems().addAll(new SeparatorMenuItem(), all, folder, generator);
  }

  private MenuItem item(RunSummary run) {
    MenuItem item =
        new MenuItem(
            Messages.text(
                model.trains(run) ? "picker.item.live" : "picker.item",
                run.title(),
                Texts.count(model.step(run)),
                Texts.ago(run.lastChange(), Instant.now())));
    item.setMnemonicParsing(false);
    item.setOnAction(event -> model.open(run, false));
    return item;
  }

  private void choose() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Messages.text("picker.folder.title"));
    File runs = model.home().runs().toFile();
    if (runs.isDirectory()) {
      chooser.setInitialDirectory(runs);
    }
    File chosen = chooser.showDialog(getScene().getWindow());
    if (chosen != null) {
      ChosenFile.path(chosen, model::tell).ifPresent(path -> model.open(path, false));
    }
  }
}
