package studio.saddlepoint.app.evaluate.human;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.evaluate.human.HumanSitting.Finished;
import studio.saddlepoint.app.evaluate.parts.Panes;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.IntervalBar;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.app.pictures.Look;
import studio.saddlepoint.app.pictures.LookButton;
import studio.saddlepoint.metrics.distribution.Share;
import studio.saddlepoint.metrics.human.HumanDeck;
import studio.saddlepoint.metrics.record.ValueText;

/** The result of a human test: the error rates with their intervals, and the mistakes. */
final class HumanResult extends VBox {
  private static final double THUMBNAIL = 64;
  private static final int MOST = 24;

  /** With fewer answers than this, the interval is wider than most differences. */
  private static final int ENOUGH = 50;

  /**
   * A result.
   *
   * @param done the test
   * @param again goes back to the set-up
   */
  HumanResult(Finished done, Runnable again) {
    getStyleClass().add("human-result");
    Share all = done.test().errors();
    Label title = new Label(verdict(all));
    title.getStyleClass().add(Styles.TITLE_4);
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    Label subject =
        new Label(
            Messages.text(
                done.averaged() ? "evaluate.subject.averaged" : "evaluate.subject.raw",
                done.run().title(),
                Texts.count(done.step())));
    subject.getStyleClass().add("muted");
    VBox words = new VBox(title, subject);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button back = Buttons.labelled(Feather.ARROW_LEFT, "human.again", again);
    back.setId("human-again");
    back.setMinWidth(Region.USE_PREF_SIZE);
    HBox heading = new HBox(16, words, back);
    heading.setAlignment(Pos.CENTER_LEFT);
    HBox cards =
        new HBox(
            8,
            card("human_error", all),
            card("human_error_real", done.test().errorsOnReal()),
            card("human_error_generated", done.test().errorsOnGenerated()));
    getChildren().addAll(heading, cards, protocol(done));
    if (all.of() < ENOUGH) {
      getChildren().add(few(done));
    }
    done.test().thresholdMillis().ifPresent(millis -> getChildren().add(threshold(millis)));
    getChildren().add(mistakes("human.fooled", done.mistaken(false)));
    getChildren().add(mistakes("human.doubted", done.mistaken(true)));
  }

  private static String verdict(Share all) {
    String key =
        all.high() < 0.5
            ? "human.verdict.told"
            : all.low() > 0.5 ? "human.verdict.hyper" : "human.verdict.same";
    return Messages.text(key, all.hits(), all.of());
  }

  private static Node card(String measure, Share share) {
    Label name = new Label(ValueText.name(measure));
    name.getStyleClass().add("muted");
    Buttons.explain(name, Messages.text("evaluate.measure." + measure + ".tip"));
    Label value = new Label(ValueText.value(measure, share.rate()));
    value.setId("value-" + measure);
    value.getStyleClass().add("evaluate-value");
    Label interval =
        new Label(
            Messages.text(
                "evaluate.interval",
                ValueText.value(measure, share.low()),
                ValueText.value(measure, share.high())));
    interval.getStyleClass().addAll(Styles.TEXT_SMALL, "muted");
    Label meaning =
        new Label(Messages.text("evaluate.meaning." + measure, share.hits(), share.of()));
    meaning.getStyleClass().addAll(Styles.TEXT_SMALL, "muted");
    meaning.setWrapText(true);
    meaning.setMinHeight(Region.USE_PREF_SIZE);
    VBox card =
        new VBox(
            name,
            value,
            new IntervalBar(share.low(), share.rate(), share.high(), 0.5),
            interval,
            meaning);
    card.getStyleClass().addAll("card", "evaluate-card");
    card.setPrefWidth(0);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private static Node protocol(Finished done) {
    Label protocol =
        new Label(
            Messages.text(
                "human.how",
                done.protocol().sentence(),
                String.format(Locale.ENGLISH, "%.1f", done.test().medianSeconds())));
    protocol.getStyleClass().add("evaluate-how");
    protocol.setWrapText(true);
    protocol.setMinHeight(Region.USE_PREF_SIZE);
    return protocol;
  }

  private static Node few(Finished done) {
    int answers = done.test().errors().of();
    String key = done.test().thresholdMillis().isPresent() ? "human.few.timed" : "human.few";
    return Panes.warnings(List.of(Messages.text(key, answers)));
  }

  private static Node threshold(double millis) {
    Label label = new Label(Messages.text("human.threshold", Math.round(millis)));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static Node mistakes(String key, List<HumanDeck.Card> cards) {
    Label title = new Label(Messages.text(key, cards.size()));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    VBox box = new VBox(8, title);
    if (cards.isEmpty()) {
      Label none = new Label(Messages.text(key + ".none"));
      none.getStyleClass().add("muted");
      box.getChildren().add(none);
    } else {
      FlowPane pictures = new FlowPane(8, 8);
      String told = Messages.text(key + ".look");
      List<Look> looks =
          cards.stream()
              .limit(MOST)
              .map(card -> new Look(card.picture(), told, "judged", Map.of()))
              .toList();
      for (int i = 0; i < looks.size(); i++) {
        PictureView view = PictureView.thumbnail(THUMBNAIL);
        view.show(looks.get(i).picture());
        pictures.getChildren().add(new LookButton(view, looks, i));
      }
      box.getChildren().add(pictures);
    }
    box.getStyleClass().addAll("card", "human-mistakes");
    return box;
  }
}
