package studio.saddlepoint.app.train;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.chart.ChartSettings;
import studio.saddlepoint.app.chart.spec.SeriesSpec;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.pictures.ChartSaving;

/** What can be done with one chart: its curves shown or not, its place, and files of it. */
final class ChartMenu extends MenuButton {
  private final ChartCard card;
  private final ChartSettings settings;
  private final Arranging arranging;
  private final BiConsumer<ChartCard, ChartSaving.FileKind> export;

  /** Moves charts, and takes them away. */
  interface Arranging {
    /** Whether there is a place to move a chart to. */
    boolean moves(ChartCard card, int by);

    /** Moves a chart by one place: -1 upwards, 1 downwards. */
    void move(ChartCard card, int by);

    /** Shows a chart no more. */
    void hide(ChartCard card);
  }

  ChartMenu(
      ChartCard card,
      ChartSettings settings,
      Arranging arranging,
      BiConsumer<ChartCard, ChartSaving.FileKind> export) {
    super("", new FontIcon(Feather.MORE_HORIZONTAL));
    this.card = card;
    this.settings = settings;
    this.arranging = arranging;
    this.export = export;
    getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "chart-more");
    setId("chart-menu-" + card.spec().id());
    setAccessibleText(Messages.text("chart.menu", card.title()));
    Buttons.explain(this, Messages.text("chart.menu.tip"));
    getItems().add(new MenuItem()); // an empty menu does not open
    setOnShowing(event -> getItems().setAll(items()));
  }

  private List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    List<SeriesSpec.Line> lines = card.told();
    for (SeriesSpec.Line line : lines) {
      CheckMenuItem item = new CheckMenuItem(line.name());
      item.setMnemonicParsing(false);
      item.setSelected(!settings.hidden().contains(line.key()));
      item.setOnAction(event -> settings.toggle(line.key()));
      items.add(item);
    }
    if (!lines.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    items.add(moving("chart.up", -1));
    items.add(moving("chart.down", 1));
    items.add(item("chart.hide", () -> arranging.hide(card)));
    items.add(new SeparatorMenuItem());
    for (ChartSaving.FileKind format : ChartSaving.FileKind.values()) {
      MenuItem item = item("chart.save." + format.ending(), () -> export.accept(card, format));
      item.setDisable(lines.isEmpty());
      items.add(item);
    }
    return items;
  }

  private MenuItem moving(String key, int by) {
    MenuItem item = item(key, () -> arranging.move(card, by));
    item.setDisable(!arranging.moves(card, by));
    return item;
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(Messages.text(key));
    item.setId(key.replace('.', '-'));
    item.setOnAction(event -> action.run());
    return item;
  }
}
