package studio.saddlepoint.app;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Cover;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.run.event.Event;

/**
 * The findings of a training, over the page: what, the evidence, why, and what to do. Goes with the
 * page. Not a window of its own, so that it looks the same everywhere.
 */
final class FindingsCard extends VBox {
  private static final int MOST = 30;
  private static final double HIGHEST = 420;

  private final StudioModel model;
  private final BooleanProperty shown;
  private final Cover cover;
  private final VBox list = new VBox();
  private final InvalidationListener news = o -> refresh();
  private int count = -1;

  FindingsCard(StudioModel model, BooleanProperty shown) {
    this.model = model;
    this.shown = shown;
    cover = new Cover(this, shown::get, () -> shown.set(false));
    getStyleClass().add("findings");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Label title = new Label(Messages.text("findings.title"));
    title.getStyleClass().add("card-title");
    Terms.link(title, "finding");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, title, space, Buttons.icon(Feather.X, "findings.close", this::close));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("card-head");
    list.getStyleClass().add("findings-list");
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("form-scroll");
    list.heightProperty()
        .addListener(
            (p, old, now) -> scroll.setPrefViewportHeight(Math.min(HIGHEST, now.doubleValue())));
    getChildren().addAll(head, scroll);
    visibleProperty().bind(shown);
    managedProperty().bind(shown);
    shown.addListener(o -> refresh());
    model.pageProperty().addListener(o -> close());
    model.openRunProperty().addListener((property, old, now) -> attach(old, now));
    attach(null, model.openRunProperty().get());
  }

  private void attach(@Nullable OpenRun old, @Nullable OpenRun now) {
    if (old != null) {
      old.history().versionProperty().removeListener(news);
    }
    if (now != null) {
      now.history().versionProperty().addListener(news);
    }
    count = -1;
    close();
  }

  private void close() {
    cover.close();
  }

  private void refresh() {
    OpenRun run = model.openRunProperty().get();
    if (run == null || !shown.get() || run.history().findings().size() == count) {
      return;
    }
    count = run.history().findings().size();
    List<Event.Found> newestFirst = new ArrayList<>(run.history().findings());
    Collections.reverse(newestFirst);
    list.getChildren().clear();
    newestFirst.stream().limit(MOST).forEach(each -> list.getChildren().add(card(run, each)));
  }

  private VBox card(OpenRun run, Event.Found found) {
    Label title = new Label(found.what(), new FontIcon(icon(found.severity())));
    title.getStyleClass().addAll("finding-title", "finding-" + found.severity());
    title.setWrapText(true);
    Label step = new Label(Messages.text("findings.step", Texts.count(found.step())));
    step.getStyleClass().add("muted");
    VBox card = new VBox(title, step);
    card.getStyleClass().add("finding");
    add(card, "findings.evidence", found.evidence());
    add(card, "findings.why", found.why());
    add(card, "findings.advice", found.advice());
    if (found.severity().equals("error") && run.active()) {
      Button back =
          Buttons.labelled(
              Feather.ROTATE_CCW,
              "findings.rewind",
              () -> {
                run.rewind();
                close();
              });
      back.getStyleClass().add(Styles.ACCENT);
      card.getChildren().add(new HBox(back));
    }
    return card;
  }

  private static void add(VBox card, String key, String text) {
    if (!text.isBlank()) {
      Label name = new Label(Messages.text(key));
      name.getStyleClass().add("finding-name");
      Label value = new Label(text);
      value.setWrapText(true);
      value.setMinHeight(Region.USE_PREF_SIZE);
      card.getChildren().add(new VBox(name, value));
    }
  }

  private static Feather icon(String severity) {
    return switch (severity) {
      case "error" -> Feather.X_OCTAGON;
      case "warning" -> Feather.ALERT_TRIANGLE;
      default -> Feather.INFO;
    };
  }
}
