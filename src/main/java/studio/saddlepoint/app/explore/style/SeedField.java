package studio.saddlepoint.app.explore.style;

import atlantafx.base.theme.Styles;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TextField;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.keys.KeyOwners;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.mixing.SeedList;

/** A field for a list of seeds, which is taken with Enter or when the field is left. */
final class SeedField extends TextField {
  private final ObjectProperty<SeedList> seeds;
  private final String tip;

  /**
   * A field.
   *
   * @param key of its words: its name, and {@code KEY.tip}
   * @param first what it begins with
   */
  SeedField(String key, SeedList first) {
    seeds = new SimpleObjectProperty<>(first);
    tip = Messages.text(key + ".tip", MixingState.MOST);
    setAccessibleText(Messages.text(key));
    setMinWidth(72);
    setPrefColumnCount(10);
    Buttons.explain(this, tip);
    setOnAction(event -> commit());
    KeyOwners.untilCommitted(this, () -> !getText().equals(seeds.get().toString()));
    focusedProperty()
        .addListener(
            (p, old, now) -> {
              if (!now) {
                commit();
              }
            });
    seeds.addListener((p, old, now) -> write());
    write();
  }

  /** The seeds. */
  ObjectProperty<SeedList> seedsProperty() {
    return seeds;
  }

  private void write() {
    String text = seeds.get().toString();
    if (!text.equals(getText())) {
      setText(text);
    }
    mark("");
  }

  private void commit() {
    try {
      seeds.set(SeedList.parse(getText(), MixingState.MOST));
      write();
    } catch (StudioException e) {
      mark(String.valueOf(e.getMessage()));
    }
  }

  private void mark(String message) {
    boolean bad = !message.isEmpty();
    pseudoClassStateChanged(Styles.STATE_DANGER, bad);
    getTooltip().setText(bad ? message : tip);
    setAccessibleHelp(bad ? message : null);
  }
}
