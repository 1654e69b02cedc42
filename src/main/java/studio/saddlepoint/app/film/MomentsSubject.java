package studio.saddlepoint.app.film;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.ShellLine;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.film.FilmFormat;
import studio.saddlepoint.latent.film.FilmFrame;
import studio.saddlepoint.latent.film.FrameRate;
import studio.saddlepoint.latent.film.FrameScale;
import studio.saddlepoint.latent.film.FrameSource;

/** Moments that the window paints, one after the other, such as those of an experiment. */
public final class MomentsSubject implements FilmSubject {
  private static final int USUAL_SIZE = 960;
  private static final int PREVIEW_SIZE = 264;
  private static final FrameRate PREVIEW = new FrameRate(8);

  /** Moments a second that are proposed, within bounds. */
  private static final double USUAL_PACE = 12.5;

  private static final double SHORTEST = 2;
  private static final double LONGEST = 20;

  private final String title;
  private final String name;
  private final int moments;
  private final double tall;
  private final Executor ui;
  private final Painter painter;

  /** Paints moments. */
  @FunctionalInterface
  public interface Painter {
    /**
     * Paints a moment, on the FX thread.
     *
     * @param moment from 0
     * @param width of the picture, in pixels
     */
    Picture paint(int moment, int width);
  }

  /**
   * Moments.
   *
   * @param title of what is filmed
   * @param name of the file that is offered, without its ending
   * @param moments how many, at least 1
   * @param tall height by width of what is painted
   * @param ui the FX thread
   */
  public MomentsSubject(
      String title, String name, int moments, double tall, Executor ui, Painter painter) {
    this.title = title;
    this.name = name;
    this.moments = moments;
    this.tall = tall;
    this.ui = ui;
    this.painter = painter;
  }

  @Override
  public String about() {
    return Messages.text("film.of.moments", title, Texts.count(moments));
  }

  @Override
  public String title() {
    return "film.title.moments";
  }

  @Override
  public String lengthTip() {
    return "film.length.moments.tip";
  }

  @Override
  public double tall() {
    return tall;
  }

  @Override
  public String keys() {
    return "";
  }

  @Override
  public double usualSeconds() {
    return Math.max(SHORTEST, Math.min(LONGEST, Math.ceil(moments / USUAL_PACE)));
  }

  @Override
  public int usualSize() {
    return USUAL_SIZE;
  }

  @Override
  public String fileName(FilmFormat format) {
    return name + format.ending();
  }

  @Override
  public Film film(FilmSettings settings) {
    new FrameScale(settings.size(), true); // refuses what is too small or too large
    double frames = settings.rate().frames(settings.seconds());
    if (!(frames >= 1 && frames <= FrameRate.MOST_FRAMES)) {
      throw new StudioException(Messages.text("film.moments.long", FrameRate.MOST_FRAMES));
    }
    List<FilmMoment> shown = shown((int) frames);
    return new Film(
        new Frames(shown, settings.size().orElse(USUAL_SIZE)),
        (long) frames,
        settings.rate(),
        Map.of("Title", title));
  }

  /** A moment, and how many frames long it is seen. */
  private record FilmMoment(int moment, int ticks) {}

  /** All moments where there are frames enough, else as many, evenly, the first and last too. */
  private List<FilmMoment> shown(int frames) {
    int count = Math.min(frames, moments);
    List<FilmMoment> shown = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int moment =
          count == 1 ? moments - 1 : (int) Math.round((double) i * (moments - 1) / (count - 1));
      int ticks = (int) ((i + 1L) * frames / count - (long) i * frames / count);
      shown.add(new FilmMoment(moment, ticks));
    }
    return shown;
  }

  /** Frames that the FX thread paints when they are asked for. */
  private final class Frames implements FrameSource {
    private final List<FilmMoment> shown;
    private final int width;

    Frames(List<FilmMoment> shown, int width) {
      this.shown = shown;
      this.width = width;
    }

    @Override
    public int count() {
      return shown.size();
    }

    @Override
    public List<FilmFrame> range(int from, int to) {
      List<FilmFrame> frames = new ArrayList<>();
      for (FilmMoment each : shown.subList(from, to)) {
        Picture picture =
            CompletableFuture.supplyAsync(() -> painter.paint(each.moment(), width), ui).join();
        frames.add(new FilmFrame(picture, each.ticks()));
      }
      return frames;
    }
  }

  @Override
  public Optional<ShellLine> command(FilmSettings settings, Path file) {
    return Optional.empty();
  }

  @Override
  public Film preview(FilmSettings settings) {
    FrameRate rate = settings.rate().perSecond() < PREVIEW.perSecond() ? settings.rate() : PREVIEW;
    return film(settings.with(OptionalInt.of(PREVIEW_SIZE), rate));
  }

  @Override
  public void close() {
    // Moments that are painted hold nothing open.
  }
}
