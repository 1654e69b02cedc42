package studio.saddlepoint.app.preferences;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Settings;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Scrolls;
import studio.saddlepoint.app.preferences.Downloads.Item;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.download.Network;
import studio.saddlepoint.core.settings.Preferences;

/** The network, and what was got from it. */
final class DownloadsSection extends VBox {
  /** An address that is asked as most downloads are. */
  private static final URI SOMEWHERE = URI.create("https://example.org/");

  private final Executor ui;
  private final Downloads downloads;
  private final VBox list = new VBox();
  private final VBox question = new VBox();
  private final Button all;

  DownloadsSection(StudioModel studio) {
    ui = studio.ui();
    downloads = new Downloads(studio);
    getStyleClass().add("preference-section");
    Home home = studio.home();
    Label places =
        Rows.words(
            Messages.text(
                "preferences.downloads.places",
                Escapes.name(home.caches().resolve("weights")),
                Escapes.name(home.dataSets())));
    all =
        Buttons.labelled(
            Feather.TRASH_2,
            "preferences.downloads.unused",
            () -> ask(downloads.itemsProperty().get()));
    all.setId("preferences-downloads-unused");
    all.setMinWidth(USE_PREF_SIZE);
    Label problem = Rows.problem("preferences-downloads-problem");
    problem.textProperty().bind(downloads.problemProperty());
    list.getStyleClass().add("preference-list");
    question.getStyleClass().add("preference-question");
    show(question, false);
    VBox kept = Rows.row("preferences.downloads", all);
    kept.getChildren().addAll(places, list, problem, question);
    getChildren()
        .addAll(Rows.group("preferences.downloads.group"), network(studio.settings()), kept);
    downloads.itemsProperty().addListener(o -> list());
    list();
  }

  private static VBox network(Settings settings) {
    CheckBox never = new CheckBox();
    never.setId("preferences-network-never");
    never.setAccessibleText(Messages.text("preferences.network"));
    never.setSelected(settings.preferences().offline());
    never
        .selectedProperty()
        .addListener(
            (property, old, now) -> {
              settings.put(Preferences.NETWORK, now ? Preferences.NEVER : "");
              Network.forbid(now);
            });
    VBox row = Rows.row("preferences.network", never);
    row.getChildren()
        .add(
            Rows.words(
                Network.proxy(SOMEWHERE)
                    .map(proxy -> Messages.text("preferences.proxy", proxy))
                    .orElse(Messages.text("preferences.proxy.none"))));
    return row;
  }

  /** Looks at the disk anew, and asks nothing any more. */
  void refresh() {
    show(question, false);
    downloads.refresh();
  }

  private void list() {
    List<Item> items = downloads.itemsProperty().get();
    list.getChildren().setAll(items.stream().map(this::line).toList());
    if (items.isEmpty()) {
      list.getChildren().add(Rows.words(Messages.text("preferences.downloads.none")));
    } else {
      long bytes = items.stream().mapToLong(Item::bytes).sum();
      Label sum = new Label(Messages.text("preferences.downloads.all", Texts.bytes(bytes)));
      sum.setId("preferences-downloads-all");
      list.getChildren().add(sum);
    }
    all.setDisable(items.stream().noneMatch(Item::unused));
  }

  private Node line(Item item) {
    Label title = new Label(item.title());
    title.setMinWidth(0);
    Label use =
        new Label(
            Messages.text(
                item.unused()
                    ? "preferences.downloads.facts.unused"
                    : "preferences.downloads.facts",
                Texts.bytes(item.bytes()),
                item.runs()));
    use.getStyleClass().add("preference-help");
    use.setMinWidth(0);
    HBox.setHgrow(use, Priority.ALWAYS);
    use.setMaxWidth(Double.MAX_VALUE);
    Button delete =
        Buttons.icon(Feather.TRASH_2, "preferences.downloads.delete", () -> ask(List.of(item)));
    delete.setId("preferences-delete-" + item.title().replaceAll("[^A-Za-z0-9]+", "-"));
    delete.setAccessibleText(Messages.text("preferences.downloads.delete.of", item.title()));
    delete.setDisable(!item.unused());
    HBox line = new HBox(12, title, use, delete);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static String what(Item item) {
    return Messages.text(
        "preferences.downloads.what",
        item.title(),
        item.download().files().size(),
        Escapes.name(item.download().place()));
  }

  /** Says what would be deleted, before anything is. */
  private void ask(List<Item> items) {
    List<Item> unused = items.stream().filter(Item::unused).toList();
    long bytes = unused.stream().mapToLong(Item::bytes).sum();
    String what = unused.stream().map(DownloadsSection::what).collect(Collectors.joining("\n"));
    Label words = Rows.words(Messages.text("preferences.downloads.ask", what, Texts.bytes(bytes)));
    words.setId("preferences-question");
    Button keep = Buttons.labelled(Feather.X, "preferences.downloads.keep", this::askNothing);
    keep.setId("preferences-keep");
    Button delete =
        Buttons.labelled(
            Feather.TRASH_2,
            "preferences.downloads.confirm",
            () -> {
              askNothing();
              downloads.delete(unused);
            });
    delete.setId("preferences-confirm");
    delete.getStyleClass().add("danger");
    question.getChildren().setAll(words, new HBox(8, keep, delete));
    show(question, true);
    keep.requestFocus();
    ui.execute(this::showQuestion); // once it has its place
  }

  private void showQuestion() {
    for (Node at = this; at != null; at = at.getParent()) {
      if (at instanceof ScrollPane scroll) {
        scroll.layout();
        Scrolls.show(scroll, question);
        return;
      }
    }
  }

  private void askNothing() {
    Node next = lookup("#preferences-network-never");
    if (next != null) {
      next.requestFocus(); // before what has the keyboard goes
    }
    show(question, false);
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
