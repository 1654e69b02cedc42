package studio.saddlepoint.app.runs;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.keys.MenuKeys;
import studio.saddlepoint.run.RunAbout;

/**
 * The menu of a run: by a right click, by the menu key or Shift+F10, and by a button. F2 and Delete
 * do without the menu.
 */
public final class RunMenu {
  private final RunActions actions;
  private final RunSubject run;
  private final Node owner;
  private final List<MenuItem> first = new ArrayList<>();
  private @Nullable ContextMenu made;

  /**
   * A menu that is not shown yet.
   *
   * @param actions what is done
   * @param run with which run
   * @param owner what stands for the run
   */
  public RunMenu(RunActions actions, RunSubject run, Node owner) {
    this.actions = actions;
    this.run = run;
    this.owner = owner;
  }

  /** Adds something else, above what is in every such menu. */
  public RunMenu first(Ikon icon, String name, Runnable action) {
    first.add(item(icon, name, action));
    return this;
  }

  private ContextMenu menu() {
    ContextMenu menu = made;
    if (menu == null) {
      menu = new ContextMenu();
      menu.getItems().addAll(first);
      if (!first.isEmpty()) {
        menu.getItems().add(new SeparatorMenuItem());
      }
      menu.getItems()
          .addAll(
              item(Feather.EDIT_2, "rename", () -> ask(AboutDialog.Part.TITLE)),
              item(Feather.FILE_TEXT, "notes", () -> ask(AboutDialog.Part.NOTES)),
              item(Feather.GIT_BRANCH, "branch", () -> actions.branch(run)),
              item(Feather.GIT_MERGE, "fine-tune", () -> actions.fineTune(run)),
              item(Feather.COPY, "duplicate", () -> actions.duplicate(run)),
              item(Feather.FOLDER, "show", () -> actions.show(run)),
              new SeparatorMenuItem(),
              item(Feather.FILE, "report", () -> actions.taking().report(run)),
              item(Feather.BAR_CHART_2, "tensorboard", () -> actions.taking().tensorBoard(run)),
              commands(),
              new SeparatorMenuItem(),
              item(Feather.TRASH_2, "delete", () -> actions.delete(run)));
      made = menu;
    }
    return menu;
  }

  private Menu commands() {
    RunTaking taking = actions.taking();
    Menu commands = new Menu(Messages.text("runs.command"), new FontIcon(Feather.TERMINAL));
    commands.setId("run-command");
    commands
        .getItems()
        .addAll(
            item(Feather.PLAY, "command.train", () -> taking.copyTraining(run)),
            item(Feather.FILE, "command.report", () -> taking.copyReport(run)),
            item(Feather.BAR_CHART_2, "command.tensorboard", () -> taking.copyTensorBoard(run)));
    return commands;
  }

  private static MenuItem item(Ikon icon, String name, Runnable action) {
    MenuItem item = new MenuItem(Messages.text("runs." + name), new FontIcon(icon));
    item.setId("run-" + name);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  /** Shows it below a button, or hides it. */
  public void toggle(Node button) {
    if (!hide()) {
      menu().show(button, Side.BOTTOM, 0, 0);
    }
  }

  /** Hides it; whether it was shown. */
  public boolean hide() {
    boolean shown = menu().isShowing();
    menu().hide();
    return shown;
  }

  /** Makes the owner show it, and the keys work while the keyboard is in the owner. */
  public RunMenu install() {
    MenuKeys.open(owner, this::menu);
    owner.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    return this;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.F2) {
      ask(AboutDialog.Part.TITLE);
      event.consume();
    } else if (event.getCode() == KeyCode.DELETE) {
      actions.delete(run);
      event.consume();
    }
  }

  private void ask(AboutDialog.Part part) {
    Window window = owner.getScene() == null ? null : owner.getScene().getWindow();
    AboutDialog dialog = new AboutDialog(window, run, part);
    dialog.setOnHidden(
        event -> {
          RunAbout about = dialog.getResult();
          if (about != null) {
            actions.write(run, about);
          }
        });
    dialog.show();
  }
}
