package studio.saddlepoint.app.start;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.app.keys.MenuKeys;
import studio.saddlepoint.recipe.Recipe;

/** A recipe to train with one click; a right click asks what to do with it. */
final class RecipeCard extends VBox {
  private static final double PICTURE_HEIGHT = 144;

  private final String said;
  private @Nullable ContextMenu menu;

  RecipeCard(StudioModel model, Thumbnails thumbnails, Recipe recipe) {
    said =
        String.join(
                " ",
                recipe.name(),
                recipe.title(),
                recipe.summary(),
                recipe.paper(),
                recipe.data().source(),
                recipe.method().objective().label())
            .toLowerCase(Locale.ROOT);
    getStyleClass().add("recipe-card");
    setMaxWidth(Double.MAX_VALUE);
    PictureView picture = new PictureView();
    picture.getStyleClass().add("recipe-picture");
    picture.setMinHeight(PICTURE_HEIGHT);
    picture.setMaxHeight(PICTURE_HEIGHT);
    thumbnails.recipe(recipe, picture::show);
    Label title = new Label(recipe.title());
    title.getStyleClass().add(Styles.TITLE_4);
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    Label summary = new Label(recipe.summary());
    summary.setWrapText(true);
    summary.setMinHeight(Region.USE_PREF_SIZE);
    summary.getStyleClass().add("muted");
    Label facts =
        new Label(
            Messages.text(
                "start.facts",
                recipe.data().source(),
                recipe.data().size(),
                Texts.count(recipe.training().steps())));
    facts.getStyleClass().add("facts");
    facts.setWrapText(true); // where texts are large
    facts.setMinHeight(Region.USE_PREF_SIZE);
    Node expect = about(Feather.CLOCK, recipe.expect(), "");
    Node paper = about(Feather.BOOK_OPEN, recipe.paper().split(":", 2)[0], recipe.paper());
    Node departures =
        about(
            Feather.GIT_BRANCH,
            recipe.departures().isBlank()
                ? ""
                : Messages.text("recipe.departures", recipe.departures()),
            "");
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    Button train =
        Buttons.labelled(
            Feather.PLAY, "start.train", () -> model.train(model.settings().preferred(recipe)));
    train.setId("train-" + recipe.name());
    train.getStyleClass().add(Styles.ACCENT);
    Button adjust =
        Buttons.labelled(
            Feather.SLIDERS, "start.adjust", () -> model.draft(model.settings().preferred(recipe)));
    adjust.getStyleClass().add(Styles.FLAT);
    HBox buttons = new HBox(8, train, adjust);
    buttons.getStyleClass().add("recipe-buttons");
    VBox words = new VBox(title, summary, facts, expect, paper, departures, space, buttons);
    words.getStyleClass().add("recipe-words");
    VBox.setVgrow(words, Priority.ALWAYS);
    getChildren().addAll(picture, words);
    MenuKeys.open(this, () -> menu(model, recipe));
  }

  /** Made when it is asked for: there are many cards, and few menus are opened. */
  private ContextMenu menu(StudioModel model, Recipe recipe) {
    ContextMenu made = menu;
    if (made == null) {
      made =
          new ContextMenu(
              item(
                  Feather.PLAY,
                  "start.train",
                  () -> model.train(model.settings().preferred(recipe))),
              item(
                  Feather.SLIDERS,
                  "start.adjust",
                  () -> model.draft(model.settings().preferred(recipe))),
              item(Feather.TERMINAL, "start.command", () -> copyCommand(model, recipe)));
      menu = made;
    }
    return made;
  }

  private static MenuItem item(Feather icon, String key, Runnable action) {
    MenuItem item = new MenuItem(Messages.text(key), new FontIcon(icon));
    item.setId(key.replace('.', '-'));
    item.setOnAction(event -> action.run());
    return item;
  }

  private static void copyCommand(StudioModel model, Recipe recipe) {
    String command = "saddlepoint train " + recipe.name();
    ClipboardContent content = new ClipboardContent();
    content.putString(command);
    Clipboard.getSystemClipboard().setContent(content);
    model.tell(Notice.info(Messages.text("start.command.copied", command)));
  }

  /** A text beside its icon, which stays at the first line. */
  private static Node about(Feather icon, String text, String tip) {
    // A number and its % stay on one line.
    Label label = new Label(text.replace(" %", "\u00a0%"));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add("facts");
    if (!tip.isBlank()) {
      label.setTooltip(Buttons.tooltip(tip));
    }
    HBox line = new HBox(new FontIcon(icon), label);
    line.getStyleClass().add("recipe-about");
    line.setVisible(!text.isBlank());
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }

  /** Whether the recipe speaks of all words of a search. */
  boolean matches(String words) {
    return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(said::contains);
  }
}
