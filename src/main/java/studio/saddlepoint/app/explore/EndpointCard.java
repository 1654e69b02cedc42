package studio.saddlepoint.app.explore;

import atlantafx.base.theme.Styles;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.explore.ExploreEngine.Drawn;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.app.keys.KeyOwners;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.CodeInW;
import studio.saddlepoint.latent.LatentPoint;

/** One end of the path: its picture, its seed, new draws and the lock. */
final class EndpointCard extends VBox {
  private final TextField seed = new TextField();

  /** The text of its code, however long. */
  private String whole = "";

  /**
   * What a card needs to know of its end.
   *
   * @param id {@code a} or {@code b}, for texts and look-ups
   * @param frame where its picture stands among those of the path
   * @param point its point
   * @param locked whether it is locked
   * @param moved the state with another point
   * @param relocked the state with another lock
   * @param resample draws it anew
   */
  record End(
      String id,
      Function<Drawn, Integer> frame,
      Function<ExploreState, LatentPoint> point,
      Function<ExploreState, Boolean> locked,
      BiFunction<ExploreState, LatentPoint, ExploreState> moved,
      BiFunction<ExploreState, Boolean, ExploreState> relocked,
      Runnable resample) {}

  EndpointCard(ExploreModel model, End end) {
    getStyleClass().add("explore-end");
    Label name = new Label(Messages.text("explore.end." + end.id()));
    name.getStyleClass().add("explore-end-name");

    PictureView picture = PictureView.thumbnail(64);
    picture.setAccessibleText(name.getText());
    model
        .drawnProperty(Part.PATH)
        .addListener(
            (p, old, now) -> {
              if (now == null) {
                picture.show(null);
              } else {
                picture.show(now.pictures().get(end.frame().apply(now)));
              }
            });

    Button resample = Buttons.icon(Feather.SHUFFLE, "explore.resample." + end.id(), end.resample());
    resample.setId("resample-" + end.id());

    ToggleButton lock = Buttons.toggle(Feather.UNLOCK, "explore.lock." + end.id());
    lock.setId("lock-" + end.id());
    lock.selectedProperty()
        .addListener(
            (p, old, now) -> {
              lock.setGraphic(new FontIcon(now ? Feather.LOCK : Feather.UNLOCK));
              resample.setDisable(now);
              seed.setDisable(now);
              model.move(end.relocked().apply(model.state(), now));
            });

    seed.setId("seed-" + end.id());
    seed.setAccessibleText(Messages.text("explore.seed." + end.id()));
    Buttons.explain(seed, Messages.text("explore.seed.tip"));
    seed.setPrefWidth(112);
    seed.setOnAction(event -> commit(model, end));
    KeyOwners.untilCommitted(
        seed, () -> !seed.getText().equals(end.point().apply(model.state()).toString()));
    seed.focusedProperty()
        .addListener(
            (p, old, now) -> {
              if (now) {
                seed.setText(end.point().apply(model.state()).toString());
              } else {
                commit(model, end);
              }
            });

    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox heading = new HBox(name, space, resample, lock);
    heading.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(heading, picture, seed);
    setAlignment(Pos.TOP_CENTER);

    model
        .stateProperty()
        .addListener(
            (p, old, now) -> {
              write(end.point().apply(now));
              lock.setSelected(end.locked().apply(now));
            });
    write(end.point().apply(model.state()));
  }

  /** In full while it is edited; in words otherwise, where the full text has no room. */
  private void write(LatentPoint point) {
    String text = seed.isFocused() ? point.toString() : brief(point);
    if (!text.equals(seed.getText())) {
      seed.setText(text);
    }
    whole = point.toString();
    mark("");
  }

  private static String brief(LatentPoint point) {
    if (point instanceof LatentPoint.Seed) {
      return point.toString();
    }
    if (point instanceof LatentPoint.Varied varied) {
      return varied.base() instanceof LatentPoint.Seed
          ? Messages.text("explore.seed.varied", varied.base())
          : Messages.text("explore.seed.varied.mixed");
    }
    if (point instanceof LatentPoint.Given || point instanceof CodeInW) {
      return Messages.text("explore.seed.given");
    }
    return point instanceof LatentPoint.Sheet sheet
        ? Messages.text("explore.seed.sheet", Integer.toString(sheet.index() + 1))
        : Messages.text("explore.seed.between");
  }

  private void commit(ExploreModel model, End end) {
    LatentPoint before = end.point().apply(model.state());
    String typed = seed.getText().strip();
    if (typed.equals(before.toString()) || typed.equals(brief(before))) {
      write(before);
      return;
    }
    try {
      model.move(end.moved().apply(model.state(), LatentPoint.parse(seed.getText())));
      mark("");
    } catch (StudioException e) {
      mark(e.getMessage());
    }
  }

  private void mark(String message) {
    boolean bad = !message.isEmpty();
    seed.pseudoClassStateChanged(Styles.STATE_DANGER, bad);
    seed.getTooltip().setText(bad ? message : Messages.text("explore.seed.whole", whole));
    seed.setAccessibleHelp(bad ? message : null);
  }
}
