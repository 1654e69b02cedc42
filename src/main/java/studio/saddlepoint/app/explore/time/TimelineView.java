package studio.saddlepoint.app.explore.time;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.explore.time.TimelineModel.Frames;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.core.Picture;

/** The picture of the step chosen, large, and beside it those of all steps. */
public final class TimelineView extends Region {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("selected");
  private static final double SPACE = 16;
  private static final double GAP = 4;

  private final TimelineModel model;
  private final PictureView large = new PictureView();
  private final List<PictureView> views = new ArrayList<>();
  private final List<Button> buttons = new ArrayList<>();
  private final List<Label> captions = new ArrayList<>();
  private List<Long> steps = List.of();
  private boolean smooth;

  /** Shows a model. */
  public TimelineView(TimelineModel model) {
    this.model = model;
    getStyleClass().add("timeline-view");
    setMinSize(0, 0);
    large.setMouseTransparent(true);
    getChildren().add(large);
    model.framesProperty().addListener((p, old, now) -> show(now));
    model.chosenProperty().addListener((p, old, now) -> choose());
    show(model.framesProperty().get());
  }

  /** Whether scaled pixels are blended instead of kept sharp. */
  public void setSmooth(boolean now) {
    smooth = now;
    large.setSmooth(now);
    views.forEach(each -> each.setSmooth(now));
  }

  private void show(@Nullable Frames now) {
    List<Long> next = now == null ? List.of() : now.steps();
    if (!next.equals(steps)) {
      steps = next;
      build();
    }
    for (int i = 0; i < views.size(); i++) {
      Picture picture = now == null ? null : now.pictures().get(i);
      views.get(i).show(picture);
    }
    choose();
  }

  private void build() {
    getChildren().setAll(large);
    views.clear();
    buttons.clear();
    captions.clear();
    for (int i = 0; i < steps.size(); i++) {
      int index = i;
      PictureView view = new PictureView();
      view.setSmooth(smooth);
      view.setMouseTransparent(true);
      Button button = new Button(null, view);
      button.setId("timeline-" + i);
      button.getStyleClass().setAll("picture-button", "timeline-frame");
      String words = Messages.text("timeline.step", Texts.count(steps.get(i)));
      button.setAccessibleText(words);
      Buttons.explain(button, words);
      button.setOnAction(event -> model.chosenProperty().set(index));
      Label caption = new Label(Texts.count(steps.get(i)));
      caption.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
      caption.setAlignment(Pos.CENTER);
      views.add(view);
      buttons.add(button);
      captions.add(caption);
    }
    getChildren().addAll(buttons);
    getChildren().addAll(captions);
    requestLayout();
  }

  private void choose() {
    Frames now = model.framesProperty().get();
    int chosen = model.chosenProperty().get();
    large.show(now == null || chosen >= now.pictures().size() ? null : now.pictures().get(chosen));
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).pseudoClassStateChanged(CHOSEN, i == chosen);
    }
  }

  @Override
  protected void layoutChildren() {
    double side = Math.floor(Math.min(getHeight(), (getWidth() - SPACE) * 0.45));
    double line = captions.isEmpty() ? 0 : captions.get(0).prefHeight(-1);
    double room = getWidth() - side - SPACE;
    int columns = 1;
    double cell = 0;
    for (int some = 1; some <= Math.max(1, buttons.size()); some++) {
      int rows = (buttons.size() + some - 1) / some;
      double fits =
          Math.min(
              (room - (some - 1) * GAP) / some,
              (getHeight() - (rows - 1) * GAP) / Math.max(1, rows) - line);
      if (fits > cell) {
        cell = fits;
        columns = some;
      }
    }
    cell = Math.max(8, Math.floor(Math.min(cell, 96)));
    int rows = (buttons.size() + columns - 1) / columns;
    double width = side + SPACE + columns * (cell + GAP) - GAP;
    double x = Math.floor(Math.max(0, (getWidth() - width) / 2));
    double top = Math.floor(Math.max(0, (getHeight() - rows * (cell + line + GAP) + GAP) / 2));
    large.resizeRelocate(x, Math.floor((getHeight() - side) / 2), side, side);
    for (int i = 0; i < buttons.size(); i++) {
      double left = x + side + SPACE + i % columns * (cell + GAP);
      double y = top + i / columns * (cell + line + GAP);
      views.get(i).setPrefSize(cell - 4, cell - 4);
      buttons.get(i).resizeRelocate(left, y, cell, cell);
      captions.get(i).resizeRelocate(left - GAP / 2, y + cell, cell + GAP, line);
    }
  }
}
