package studio.saddlepoint.app.explore;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.SearchedChoice;
import studio.saddlepoint.latent.ClassMix;

/** The choice of a second class, and a slider of its share. */
final class ClassMixControl extends VBox {
  private final ObjectProperty<ClassMix> mix = new SimpleObjectProperty<>(ClassMix.NONE);
  private final SearchedChoice second = new SearchedChoice();
  private final Slider share = new Slider(0, 1, 0);
  private final Label value = new Label();
  private boolean showing;

  ClassMixControl() {
    setSpacing(4);
    Label title = new Label(Messages.text("explore.class.mix"));
    title.setTooltip(Buttons.tooltip(Messages.text("explore.class.mix.tip")));
    title.setLabelFor(second);
    title.setMinWidth(USE_PREF_SIZE);
    second.setId("mix-class");
    second.setPrefWidth(176);
    second.setAccessibleText(Messages.text("explore.class.mix"));
    share.setId("mix-share");
    share.setBlockIncrement(0.05);
    share.setAccessibleText(Messages.text("explore.class.mix.share"));
    Buttons.explain(share, Messages.text("explore.class.mix.share"));
    HBox.setHgrow(share, Priority.ALWAYS);
    value.getStyleClass().addAll(Styles.TEXT_MUTED, "explore-number");
    value.setMinWidth(44);
    value.setAlignment(Pos.CENTER_RIGHT);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox heading = new HBox(title, space, second);
    heading.setAlignment(Pos.CENTER_LEFT);
    HBox sliding = new HBox(8, share, value);
    sliding.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(heading, sliding);
    second.getSelectionModel().selectedIndexProperty().addListener((p, old, now) -> choose());
    share.valueProperty().addListener((p, old, now) -> choose());
    mix.addListener((p, old, now) -> show());
    show();
  }

  /** The second class and its share. */
  ObjectProperty<ClassMix> mixProperty() {
    return mix;
  }

  /** Offers classes. */
  void offer(List<String> names) {
    showing = true;
    try {
      second.offer(names);
    } finally {
      showing = false;
    }
    show();
  }

  private void choose() {
    int chosen = second.getSelectionModel().getSelectedIndex();
    if (!showing && chosen >= 0) {
      mix.set(new ClassMix(chosen, Math.round(share.getValue() * 100) / 100.0));
    }
  }

  private void show() {
    ClassMix now = mix.get();
    showing = true; // of what the slider cannot show exactly
    try {
      if (now.second() < second.getItems().size()) {
        second.getSelectionModel().select(now.second());
      }
      if (Math.abs(share.getValue() - now.share()) > 0.005) {
        share.setValue(now.share());
      }
    } finally {
      showing = false;
    }
    value.setText(String.format(Locale.ROOT, "%.0f %%", 100 * now.share()));
  }
}
