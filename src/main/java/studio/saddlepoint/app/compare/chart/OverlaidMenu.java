package studio.saddlepoint.app.compare.chart;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.compare.model.CompareModel;
import studio.saddlepoint.app.compare.model.CompareState.Tagged;
import studio.saddlepoint.app.compare.model.ForeignRun;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.pictures.ChartSaving;
import studio.saddlepoint.core.Escapes;

/** What can be done with one chart: which tags of event files are in it, and files of it. */
final class OverlaidMenu extends MenuButton {
  private final CompareModel model;
  private final OverlaidCard card;

  OverlaidMenu(
      CompareModel model,
      OverlaidCard card,
      Consumer<OverlaidCard> hide,
      BiConsumer<OverlaidCard, ChartSaving.FileKind> save) {
    super("", new FontIcon(Feather.MORE_HORIZONTAL));
    this.model = model;
    this.card = card;
    getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "chart-more");
    setId("overlaid-menu-" + card.quantity().key());
    setAccessibleText(Messages.text("chart.menu", card.quantity().title()));
    Buttons.explain(this, Messages.text("compare.chart.menu.tip"));
    getItems().add(new MenuItem()); // an empty menu does not open
    setOnShowing(
        event -> {
          List<MenuItem> items = new ArrayList<>();
          model.runs().stream()
              .filter(ForeignRun.class::isInstance)
              .map(ForeignRun.class::cast)
              .forEach(run -> items.add(tags(run)));
          if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
          }
          items.add(item("chart.hide", () -> hide.accept(card)));
          items.add(new SeparatorMenuItem());
          for (ChartSaving.FileKind kind : ChartSaving.FileKind.values()) {
            items.add(item("chart.save." + kind.ending(), () -> save.accept(card, kind)));
          }
          getItems().setAll(items);
        });
  }

  /** Which tag of an event file stands for the quantity. */
  private Menu tags(ForeignRun run) {
    Menu menu = new Menu(Messages.text("compare.tag", model.name(run)));
    menu.setMnemonicParsing(false);
    Tagged subject = new Tagged(run.id(), card.quantity().key());
    String picked = model.state().tags().get(subject);
    String found = run.match(card.quantity().key()).orElse("");
    menu.getItems()
        .add(
            choice(
                Messages.text(
                    found.isEmpty() ? "compare.tag.auto.none" : "compare.tag.auto", found),
                picked == null,
                () -> model.ask(now -> now.tagging(subject, Optional.empty()))));
    menu.getItems()
        .add(
            choice(
                Messages.text("compare.tag.none"),
                "".equals(picked),
                () -> model.ask(now -> now.tagging(subject, Optional.of("")))));
    menu.getItems().add(new SeparatorMenuItem());
    for (String tag : run.keys()) {
      menu.getItems()
          .add(
              choice(
                  Escapes.name(tag),
                  tag.equals(picked),
                  () -> model.ask(now -> now.tagging(subject, Optional.of(tag)))));
    }
    return menu;
  }

  private static RadioMenuItem choice(String words, boolean taken, Runnable action) {
    RadioMenuItem item = new RadioMenuItem(words);
    item.setMnemonicParsing(false);
    item.setSelected(taken);
    item.setOnAction(event -> action.run());
    return item;
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(Messages.text(key));
    item.setId(key.replace('.', '-'));
    item.setOnAction(event -> action.run());
    return item;
  }
}
