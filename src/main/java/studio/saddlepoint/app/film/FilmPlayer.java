package studio.saddlepoint.app.film;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.film.FilmFrame;
import studio.saddlepoint.latent.film.FrameRate;

/** Plays what has been drawn of a film, over and over. FX thread. */
final class FilmPlayer extends StackPane {
  private static final double SIDE = 264;

  private final PictureView view = new PictureView();
  private final Timeline clock = new Timeline();
  private final List<Picture> frames = new ArrayList<>();
  private int next;

  /**
   * A player.
   *
   * @param tall its height by its width
   */
  FilmPlayer(double tall) {
    getStyleClass().add("film-player");
    setId("film-preview");
    setMinSize(SIDE, tall * SIDE);
    setPrefSize(SIDE, tall * SIDE);
    view.setAccessibleText(Messages.text("film.preview"));
    getChildren().add(view);
    clock.setCycleCount(Animation.INDEFINITE);
  }

  /**
   * Begins another film.
   *
   * @param rate frames in a second
   * @param first its first frames
   */
  void begin(FrameRate rate, List<FilmFrame> first) {
    frames.clear();
    next = 0;
    add(first);
    clock.stop();
    clock
        .getKeyFrames()
        .setAll(new KeyFrame(Duration.seconds(rate.seconds(1)), event -> advance()));
    advance();
    clock.play();
  }

  /** Takes frames that come later. */
  void add(List<FilmFrame> more) {
    for (FilmFrame each : more) {
      for (int i = 0; i < each.ticks(); i++) {
        frames.add(each.picture());
      }
    }
  }

  /** How many frames there are so far. */
  int count() {
    return frames.size();
  }

  private void advance() {
    if (!frames.isEmpty()) {
      view.show(frames.get(next % frames.size()));
      next = (next + 1) % frames.size();
    }
  }

  /** Stands still from now on. */
  void stop() {
    clock.stop();
  }
}
