package studio.saddlepoint.app.explore;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.explore.EndpointCard.End;
import studio.saddlepoint.app.explore.ExploreEngine.Drawn;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.latent.Interpolation;
import studio.saddlepoint.latent.Space;

/** Both ends, the film strip of the path between them and the slider along it. */
final class PathPane extends HBox {
  private static final double FRAME = 64;

  private final List<PictureView> frames = new ArrayList<>();

  PathPane(ExploreModel model) {
    getStyleClass().add("explore-path");
    EndpointCard a =
        new EndpointCard(
            model,
            new End(
                "a",
                drawn -> 0,
                ExploreState::a,
                ExploreState::lockedA,
                ExploreState::withA,
                (state, now) -> state.withLocks(now, state.lockedB()),
                model::resampleA));
    EndpointCard b =
        new EndpointCard(
            model,
            new End(
                "b",
                drawn -> drawn.pictures().size() - 1,
                ExploreState::b,
                ExploreState::lockedB,
                ExploreState::withB,
                (state, now) -> state.withLocks(state.lockedA(), now),
                model::resampleB));
    VBox middle = new VBox(strip(model), slider(model), tools(model));
    middle.getStyleClass().add("explore-path-middle");
    middle.setAlignment(Pos.CENTER);
    HBox.setHgrow(middle, Priority.ALWAYS);
    getChildren().addAll(a, middle, b);
    model.drawnProperty(Part.PATH).addListener((p, old, now) -> show(now));
  }

  private void show(@Nullable Drawn drawn) {
    for (int i = 0; i < frames.size(); i++) {
      if (drawn == null) {
        frames.get(i).show(null);
      } else {
        frames.get(i).show(drawn.pictures().get(i + 1));
      }
    }
  }

  private GridPane strip(ExploreModel model) {
    GridPane strip = new GridPane();
    strip.getStyleClass().add("explore-strip");
    for (int i = 0; i < Part.FRAMES; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / Part.FRAMES);
      strip.getColumnConstraints().add(column);
      double place = ExploreState.middle(i, Part.FRAMES);
      PictureView frame = new PictureView();
      frame.setPrefSize(FRAME, FRAME);
      frame.setMouseTransparent(true);
      frames.add(frame);
      Button button = new Button(null, frame);
      button.getStyleClass().setAll("picture-button");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setMinWidth(0);
      // The slider below does the same for the keyboard, with fewer stops.
      button.setFocusTraversable(false);
      button.setAccessibleText(Messages.text("explore.frame", percent(place)));
      button.setOnAction(event -> model.move(model.state().withPlace(place)));
      strip.add(button, i, 0);
    }
    return strip;
  }

  private static Slider slider(ExploreModel model) {
    Slider slider = new Slider(0, 1, model.state().place());
    slider.setId("place");
    slider.setBlockIncrement(0.02);
    slider.setAccessibleText(Messages.text("explore.place"));
    Buttons.explain(slider, Messages.text("explore.place.tip"));
    slider
        .valueProperty()
        .addListener((p, old, now) -> model.move(model.state().withPlace(now.doubleValue())));
    model.stateProperty().addListener((p, old, now) -> slider.setValue(now.place()));
    return slider;
  }

  private static HBox tools(ExploreModel model) {
    Label place = new Label();
    place.getStyleClass().addAll(Styles.TEXT_MUTED, "explore-number");
    place.setText(percent(model.state().place()));
    model.stateProperty().addListener((p, old, now) -> place.setText(percent(now.place())));

    Segments<Interpolation> way =
        new Segments<>(
            Messages.text("explore.way"),
            List.of(Interpolation.SLERP, Interpolation.LERP),
            each -> "explore.way." + each.id());
    way.valueProperty().addListener((p, old, now) -> model.move(model.state().withWay(now)));
    model.stateProperty().addListener((p, old, now) -> way.valueProperty().set(now.way()));

    ToggleButton inW = new ToggleButton(Messages.text("explore.space.w"));
    inW.setId("path-in-w");
    inW.setMinWidth(USE_PREF_SIZE);
    Buttons.explain(inW, Messages.text("explore.space.w.tip"));
    inW.selectedProperty()
        .addListener((p, old, now) -> model.move(model.state().withSpace(now ? Space.W : Space.Z)));
    model.stateProperty().addListener((p, old, now) -> inW.setSelected(now.space() == Space.W));
    inW.setVisible(false);
    inW.managedProperty().bind(inW.visibleProperty());
    model
        .subjectProperty()
        .addListener((p, old, now) -> inW.setVisible(now != null && now.styledLayers() > 0));

    Button swap =
        Buttons.icon(Feather.REPEAT, "explore.swap", () -> model.move(model.state().swap()));
    swap.setId("swap");
    Button both = Buttons.icon(Feather.SHUFFLE, "explore.resample.both", model::resample);
    both.setId("resample-both");
    Region left = new Region();
    Region right = new Region();
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox tools = new HBox(place, left, way, inW, swap, both, right);
    tools.getStyleClass().add("explore-tools");
    tools.setAlignment(Pos.CENTER);
    return tools;
  }

  private static String percent(double place) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * place);
  }
}
