package studio.saddlepoint.app.explore;

import java.util.Optional;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.explore.ExploreEngine.Subject;
import studio.saddlepoint.app.explore.direction.DirectionPane;
import studio.saddlepoint.app.explore.direction.DirectionSubject;
import studio.saddlepoint.app.explore.direction.DirectionsModel;

/** The directions beside the canvas: their sliders move all codes that are drawn. */
final class DirectionsTool extends VBox {
  private final StudioModel studio;
  private final ExploreModel model;
  private final DirectionsModel directions;

  DirectionsTool(StudioModel studio, ExploreModel model, DirectionsModel directions) {
    this.studio = studio;
    this.model = model;
    this.directions = directions;
    getStyleClass().add("explore-side");
    getChildren().add(new DirectionPane(directions));
    directions
        .shiftsProperty()
        .addListener(
            (p, old, now) -> {
              if (!now.equals(model.state().shifts())) {
                model.move(model.state().withShifts(now));
              }
            });
    model.stateProperty().addListener((p, old, now) -> directions.follow(now.shifts()));
    model.subjectProperty().addListener((p, old, now) -> open(now));
    open(model.subjectProperty().get());
  }

  private void open(@Nullable Subject subject) {
    OpenRun run = studio.openRunProperty().get();
    directions
        .subjectProperty()
        .set(
            subject == null || run == null
                ? Optional.empty()
                : Optional.of(new DirectionSubject(run.folder(), subject.sizes(), model::share)));
  }
}
