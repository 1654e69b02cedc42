package studio.saddlepoint.app.train;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Page;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.EmptyState;

/** Where a training is set up, watched and tuned. */
public final class TrainPage implements Page {
    private final StudioModel model;
    private final StackPane content = new StackPane();

    /**
     * A page.
     *
     * @param model what the window works on
     */
    public TrainPage(StudioModel model) {
        this.model = model;
        content.getChildren()
                .add(
                        new EmptyState(
                                Feather.ACTIVITY,
                                Messages.text("train.empty"),
                                Messages.text("train.empty.text"),
                                Buttons.labelled(
                                        Feather.HOME,
                                        "train.empty.go",
                                        () -> model.pageProperty().set("start"))));
    }

    @Override
    public String id() {
        return "train";
    }

    @Override
    public String title() {
        return Messages.text("rail.train");
    }

    @Override
    public Ikon icon() {
        return Feather.ACTIVITY;
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void shown() {}

    @Override
    public void hidden() {}

    @Override
    public void close() {}
}
