package studio.saddlepoint.app.lab;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.fx.Buttons;

/** An experiment whose view is built when it is first looked at. */
abstract class BuiltExperiment implements Experiment {
  private final String id;
  private @Nullable ExperimentView view;

  BuiltExperiment(String id) {
    this.id = id;
  }

  /** Makes the view, once. */
  abstract ExperimentView build();

  /** Shows the moment of now. */
  abstract void show();

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final Node content() {
    ExperimentView made = view;
    if (made == null) {
      made = build();
      view = made;
      show();
    }
    return made;
  }

  /** Says what is seen, where there is a view. */
  final void tell(Supplier<String> words) {
    if (view != null) {
      view.tell(words.get());
    }
  }

  /** A button for one step. */
  final Button stepping(Runnable step) {
    Button button = Buttons.labelled(Feather.SKIP_FORWARD, "lab.step", step);
    button.setId("lab-" + id + "-step");
    return button;
  }
}
