package studio.saddlepoint.app.fx;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import studio.saddlepoint.app.Messages;

/**
 * A few choices side by side, one of which is always taken.
 *
 * @param <T> what is chosen
 */
public final class Segments<T> extends HBox {
  private final ObjectProperty<T> value;

  /**
   * A row of choices.
   *
   * @param name of the row for a screen reader
   * @param values what there is to choose from; the first is taken
   * @param key of a choice's words; {@code KEY.tip} explains it
   */
  public Segments(String name, List<T> values, Function<T, String> key) {
    this(
        values,
        name,
        each -> {
          String text = key.apply(each);
          return new Words(
              text.replace('.', '-'), Messages.text(text), Messages.text(text + ".tip"));
        });
  }

  /**
   * The words of a choice.
   *
   * @param id of its button
   * @param text on its button
   * @param tip explains it
   */
  public record Words(String id, String text, String tip) {}

  /**
   * A row of choices that bring their words along.
   *
   * @param name of the row for a screen reader
   * @param values what there is to choose from; the first is taken
   * @param words of a choice
   */
  public static <T> Segments<T> of(String name, List<T> values, Function<T, Words> words) {
    return new Segments<>(values, name, words);
  }

  private Segments(List<T> values, String name, Function<T, Words> words) {
    value = new SimpleObjectProperty<>(values.get(0));
    getStyleClass().add("segments");
    setAccessibleText(name);
    setMaxWidth(USE_PREF_SIZE);
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < values.size(); i++) {
      T each = values.get(i);
      Words said = words.apply(each);
      ToggleButton button = new ToggleButton(said.text());
      button.setId(said.id());
      button.setUserData(each);
      button.setAccessibleText(name + ": " + said.text());
      button.setMinWidth(USE_PREF_SIZE);
      Buttons.explain(button, said.tip());
      button.setToggleGroup(group);
      button.setSelected(i == 0);
      // A second press takes nothing back. Arrow keys select without an action.
      button.setOnAction(event -> button.setSelected(true));
      button
          .selectedProperty()
          .addListener(
              (property, old, selected) -> {
                if (selected) {
                  value.set(each);
                }
              });
      getChildren().add(button);
    }
    round();
    value.addListener(
        (property, old, now) ->
            group.getToggles().stream()
                .filter(toggle -> now.equals(toggle.getUserData()))
                .forEach(toggle -> toggle.setSelected(true)));
  }

  /**
   * Offers a choice or hides it; one that is taken stays taken.
   *
   * @param choice one of those that there are
   */
  public void offer(T choice, boolean offered) {
    for (Node button : getChildren()) {
      if (choice.equals(button.getUserData())) {
        button.setVisible(offered);
        button.setManaged(offered);
      }
    }
    round();
  }

  /** The first and the last of those that are offered have round ends. */
  private void round() {
    List<Node> offered = getChildren().stream().filter(Node::isManaged).toList();
    for (int i = 0; i < offered.size(); i++) {
      List<String> style = offered.get(i).getStyleClass();
      style.removeAll(List.of(Styles.LEFT_PILL, Styles.CENTER_PILL, Styles.RIGHT_PILL));
      style.add(
          i == 0
              ? Styles.LEFT_PILL
              : i == offered.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
    }
  }

  /** What is chosen. */
  public ObjectProperty<T> valueProperty() {
    return value;
  }
}
