package studio.saddlepoint.app.data;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.data.DataModel.Shown;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.data.SizeCount;
import studio.saddlepoint.recipe.Recipe;

/** The recipes that fit a data set, to train on it or to adjust first. */
final class RecipeOffers extends VBox {
  private final StudioModel studio;
  private final Shown.Ready ready;
  private final VBox list = new VBox(8);
  private final Segments<Integer> sizes;
  private final Button back;

  /**
   * Offers.
   *
   * @param ready the data set
   * @param away what goes back to it
   */
  RecipeOffers(StudioModel studio, Shown.Ready ready, Runnable away) {
    this.studio = studio;
    this.ready = ready;
    DataSummary summary = ready.summary();
    getStyleClass().add("recipe-offers");
    Label title = new Label(Messages.text("offers.title", Escapes.name(summary.name())));
    title.getStyleClass().add(Styles.TITLE_3);
    title.setMinWidth(0);
    back = Buttons.labelled(Feather.ARROW_LEFT, "offers.back", away);
    back.setId("offers-back");
    back.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(12, title, space, back);
    head.setAlignment(Pos.CENTER_LEFT);
    sizes =
        new Segments<>(
            Messages.text("offers.size"), DataRecipes.SIZES, each -> "offers.size." + each);
    sizes.valueProperty().set(DataRecipes.size(summary));
    sizes.valueProperty().addListener((p, old, now) -> list());
    HBox size = new HBox(12, new Label(Messages.text("offers.size")), sizes);
    size.setAlignment(Pos.CENTER_LEFT);
    Label fit = new Label(fit(summary));
    fit.setId("offers-fit");
    fit.getStyleClass().add("muted");
    fit.setWrapText(true);
    fit.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(head, size, fit, list);
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            away.run();
            event.consume();
          }
        });
    list();
  }

  /** The keyboard begins here, as soon as this is shown. */
  void begin() {
    back.sceneProperty().addListener((p, old, now) -> studio.ui().execute(back::requestFocus));
  }

  private static String fit(DataSummary summary) {
    String colour = Messages.text(summary.channels() == 1 ? "data.grey" : "data.colour");
    String classes =
        Messages.text(
            summary.classes().isEmpty() ? "offers.unlabelled" : "offers.labelled",
            summary.classes().size());
    if (summary.originalSizes().isEmpty()) {
      return Messages.text("offers.fit.unknown", colour, classes);
    }
    SizeCount most = summary.originalSizes().get(0);
    return Messages.text(
        "offers.fit",
        Texts.count(most.width()),
        Texts.count(most.height()),
        colour,
        DataRecipes.size(summary),
        classes);
  }

  private void list() {
    int size = sizes.valueProperty().get();
    List<Recipe> recipes = DataRecipes.of(ready.data(), ready.summary(), size);
    list.getChildren().setAll(recipes.stream().map(this::row).toList());
  }

  private Node row(Recipe recipe) {
    Label title = new Label(Escapes.name(recipe.title()));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setWrapText(true);
    Label summary = new Label(recipe.summary());
    summary.getStyleClass().add("muted");
    Label facts =
        new Label(
            Messages.text(
                recipe.method().needsLabels() ? "offers.facts.classes" : "offers.facts",
                recipe.data().size(),
                Texts.count(recipe.training().steps())));
    facts.getStyleClass().add("facts");
    for (Label each : List.of(title, summary)) {
      each.setWrapText(true);
      each.setMinHeight(Region.USE_PREF_SIZE);
    }
    VBox words = new VBox(4, title, summary, facts);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button train =
        Buttons.labelled(
            Feather.PLAY, "start.train", () -> studio.train(studio.settings().preferred(recipe)));
    train.setId("offers-train-" + recipe.name());
    train.getStyleClass().add(Styles.ACCENT);
    train.setAccessibleText(Messages.text("offers.train.name", recipe.title()));
    train.setMinWidth(Region.USE_PREF_SIZE);
    Button adjust =
        Buttons.labelled(
            Feather.SLIDERS,
            "start.adjust",
            () -> studio.draft(studio.settings().preferred(recipe)));
    adjust.setId("offers-adjust-" + recipe.name());
    adjust.setAccessibleText(Messages.text("offers.adjust.name", recipe.title()));
    adjust.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(12, words, adjust, train);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().addAll("card", "recipe-offer");
    return row;
  }
}
