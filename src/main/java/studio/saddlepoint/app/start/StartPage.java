package studio.saddlepoint.app.start;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Page;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.EmptyState;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.RunSummary;

/** The first page: recipes to train with one click, and the runs there are already. */
public final class StartPage implements Page {
    private static final double WIDEST = 1280;
    private static final double LEAST_CARD = 280;

    private final StudioModel model;
    private final Thumbnails thumbnails;
    private final VBox runList = new VBox();

    /** The run to go on with, above the recipes, where it can be seen without scrolling. */
    private final VBox newest = new VBox();

    private @Nullable Node content;

    /**
     * A start page.
     *
     * @param model what the window works on
     */
    public StartPage(StudioModel model) {
        this.model = model;
        this.thumbnails = new Thumbnails(model);
    }

    @Override
    public String id() {
        return "start";
    }

    @Override
    public String title() {
        return Messages.text("start.title");
    }

    @Override
    public Ikon icon() {
        return Feather.HOME;
    }

    @Override
    public Node content() {
        Node made = content;
        if (made == null) {
            made = build();
            content = made;
        }
        return made;
    }

    private Node build() {
        Label title = new Label(Messages.text("start.title"));
        title.getStyleClass().add(Styles.TITLE_2);
        Label subtitle = new Label(Messages.text("start.subtitle"));
        subtitle.getStyleClass().add("muted");
        TilePane cards = new TilePane();
        cards.getStyleClass().add("recipe-cards");
        for (Recipe recipe : Recipes.embedded()) {
            cards.getChildren().add(new RecipeCard(model, thumbnails, recipe));
        }
        Label earlier = new Label(Messages.text("start.runs"));
        earlier.getStyleClass().add(Styles.TITLE_3);
        Button refresh = Buttons.icon(Feather.REFRESH_CW, "start.refresh", model::refreshRuns);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, earlier, space, refresh);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("start-section");
        runList.getStyleClass().add("run-list");
        newest.getStyleClass().add("run-list");
        VBox column = new VBox(newest, new VBox(4, title, subtitle), cards, head, runList);
        column.getStyleClass().add("start-page");
        column.setMaxWidth(WIDEST);
        cards.widthProperty().addListener(o -> fit(cards));
        HBox centre = new HBox(column);
        HBox.setHgrow(column, Priority.ALWAYS);
        centre.setAlignment(Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(centre);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("page-scroll");
        model.runs().addListener((ListChangeListener<RunSummary>) change -> list());
        list();
        return scroll;
    }

    /** As many cards side by side as fit, which then share the whole width. */
    private static void fit(TilePane cards) {
        double gap = cards.getHgap();
        double columns = Math.max(1, Math.floor((cards.getWidth() + gap) / (LEAST_CARD + gap)));
        double width = Math.floor((cards.getWidth() - gap * (columns - 1)) / columns);
        cards.getChildren().forEach(card -> ((Region) card).setPrefWidth(width));
        cards.setPrefTileWidth(width);
        cards.setPrefColumns((int) columns);
    }

    private void list() {
        runList.getChildren().clear();
        if (model.runs().isEmpty()) {
            runList.getChildren()
                    .add(
                            new EmptyState(
                                    Feather.ARCHIVE,
                                    Messages.text("start.empty"),
                                    Messages.text("start.empty.text")));
        }
        Instant now = Instant.now();
        newest.getChildren().clear();
        model.runs().stream()
                .limit(1)
                .forEach(
                        run -> {
                            Label go = new Label(Messages.text("start.continue"));
                            go.getStyleClass().add(Styles.TITLE_3);
                            newest.getChildren()
                                    .setAll(go, new RunRow(model, thumbnails, run, now));
                        });
        newest.setManaged(!newest.getChildren().isEmpty());
        for (RunSummary run : model.runs()) {
            runList.getChildren().add(new RunRow(model, thumbnails, run, now));
        }
    }

    @Override
    public void shown() {
        model.refreshRuns();
    }

    @Override
    public void hidden() {
        // nothing runs
    }

    @Override
    public void close() {
        // nothing is held
    }

    /** A line about a run: where it stands and when it last changed. */
    static String line(RunSummary run, Instant now) {
        return Messages.text(
                run.locked() ? "start.run.live" : "start.run.line",
                Texts.count(run.lastStep()),
                run.recipe().map(each -> Texts.count(each.training().steps())).orElse("–"),
                Texts.ago(run.lastChange(), now));
    }
}
