package studio.saddlepoint.app;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Cover;
import studio.saddlepoint.app.fx.FxThrottle;

/**
 * Messages to the person, over the page's lower right corner, where no page has its tools. They
 * stay as long as reading takes, and while the mouse is over them; a problem that goes unclosed is
 * in the log from then on. Escape closes the newest.
 */
final class NoticeStack extends VBox {
  private static final int MOST = 4;
  private static final Duration SHOWN_FOR = Duration.ofSeconds(7);
  private static final Duration PROBLEM_SHOWN_FOR = Duration.ofSeconds(15);
  private static final Duration OFFER_SHOWN_FOR = Duration.ofSeconds(20);
  private static final Duration LETTER = Duration.ofMillis(60);
  private static final Duration AFTER_HOVER = Duration.ofSeconds(3);
  private static final Logger LOG = Logger.getLogger(NoticeStack.class.getName());

  private final Executor ui;
  private final Cover cover;

  NoticeStack(Executor ui) {
    this.ui = ui;
    cover =
        new Cover(
            this,
            () -> !getChildren().isEmpty(),
            () -> getChildren().remove(getChildren().size() - 1));
    getStyleClass().add("notices");
    setPickOnBounds(false);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  void add(Notice notice) {
    if (getChildren().size() >= MOST) {
      getChildren().remove(0);
    }
    Label text = new Label(notice.text());
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox box = new HBox(12);
    Runnable take = () -> cover.close(() -> getChildren().remove(box));
    Button close = Buttons.icon(Feather.X, "notice.close", take);
    box.getChildren().addAll(icon(notice.kind()), text);
    notice
        .offer()
        .ifPresent(
            offer -> {
              box.getChildren().add(button(offer, take));
              offer.stands().addListener(o -> withdraw(offer, take));
            });
    box.getChildren().add(close);
    box.setAlignment(Pos.TOP_LEFT);
    box.getStyleClass()
        .addAll(
            "notice",
            switch (notice.kind()) {
              case INFO -> "notice-info";
              case SUCCESS -> "notice-success";
              case PROBLEM -> "notice-problem";
            });
    getChildren().add(box);
    FxThrottle.later(ui, time(notice), () -> expire(box, notice, take));
  }

  private static void withdraw(Notice.Offer offer, Runnable take) {
    if (!offer.stands().get()) {
      take.run();
    }
  }

  private static Button button(Notice.Offer offer, Runnable take) {
    Button button =
        Buttons.labelled(
            offer.icon(),
            offer.key(),
            () -> {
              take.run();
              offer.action().run();
            });
    button.setId("notice-offer");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.getStyleClass().add("notice-offer");
    return button;
  }

  private static Duration time(Notice notice) {
    if (notice.offer().isPresent()) {
      return OFFER_SHOWN_FOR;
    }
    return notice.kind() == Notice.Kind.PROBLEM
        ? PROBLEM_SHOWN_FOR.plus(LETTER.multipliedBy(notice.text().length()))
        : SHOWN_FOR;
  }

  private void expire(HBox box, Notice notice, Runnable take) {
    if (!getChildren().contains(box)) {
      return;
    }
    if (box.isHover() || box.isFocusWithin()) {
      FxThrottle.later(ui, AFTER_HOVER, () -> expire(box, notice, take));
      return;
    }
    take.run();
    if (notice.kind() == Notice.Kind.PROBLEM) {
      LOG.log(Level.WARNING, "{0}", notice.text());
    }
  }

  private static FontIcon icon(Notice.Kind kind) {
    return new FontIcon(
        switch (kind) {
          case INFO -> Feather.INFO;
          case SUCCESS -> Feather.CHECK_CIRCLE;
          case PROBLEM -> Feather.ALERT_TRIANGLE;
        });
  }
}
