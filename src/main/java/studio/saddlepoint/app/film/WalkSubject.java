package studio.saddlepoint.app.film;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.command.Drawing;
import studio.saddlepoint.app.command.GeneratorCommands;
import studio.saddlepoint.core.ShellLine;
import studio.saddlepoint.latent.Interpolation;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.latent.code.Bookmark;
import studio.saddlepoint.latent.code.Bookmarks;
import studio.saddlepoint.latent.film.FilmFormat;
import studio.saddlepoint.latent.film.FrameRate;
import studio.saddlepoint.latent.film.FrameScale;
import studio.saddlepoint.latent.walk.Walk;
import studio.saddlepoint.latent.walk.WalkFilm;
import studio.saddlepoint.latent.walk.WalkKeys;

/** A walk through latent space, from the place where somebody explores it. */
public final class WalkSubject implements FilmSubject {
  private static final double USUAL_SECONDS = 2;
  private static final FrameRate PREVIEW = new FrameRate(12);

  private final Origin origin;
  private final Snapshot snapshot;
  private final UnaryOperator<Snapshot> styled;
  private final Optional<Drawing> named;
  private @Nullable Snapshot drawing;
  private boolean closed;

  /**
   * Where a walk begins.
   *
   * @param run id of the run
   * @param bookmarks of the run, by whose names keys may be told
   * @param about what is filmed, as a sentence
   * @param keys that are proposed
   * @param way between them
   * @param space where the ways lie
   * @param label the class, where there are some
   * @param threshold truncation in z; infinite for none
   */
  public record Origin(
      String run,
      Bookmarks bookmarks,
      String about,
      List<LatentPoint> keys,
      Interpolation way,
      Space space,
      int label,
      double threshold) {}

  /**
   * A walk.
   *
   * @param origin where it begins
   * @param snapshot the weights; closed with this
   * @param styled the same weights as they are to draw, to be closed too; may take a while
   */
  public WalkSubject(Origin origin, Snapshot snapshot, UnaryOperator<Snapshot> styled) {
    this(origin, snapshot, styled, Optional.empty());
  }

  /**
   * A walk that the command line can film, too.
   *
   * @param named how commands name the generator; empty where they cannot draw so
   */
  public WalkSubject(
      Origin origin, Snapshot snapshot, UnaryOperator<Snapshot> styled, Optional<Drawing> named) {
    this.origin = origin;
    this.snapshot = snapshot;
    this.styled = styled;
    this.named = named;
  }

  @Override
  public String about() {
    return origin.about();
  }

  @Override
  public String keys() {
    return WalkKeys.text(origin.keys());
  }

  @Override
  public List<Bookmark> bookmarks() {
    return origin.bookmarks().all();
  }

  @Override
  public double usualSeconds() {
    return USUAL_SECONDS;
  }

  @Override
  public int usualSize() {
    int side = Math.max(snapshot.shape().width(), snapshot.shape().height());
    return side * Math.max(1, (FrameScale.USUAL + side - 1) / side);
  }

  @Override
  public String fileName(FilmFormat format) {
    return String.format(
        Locale.ROOT, "%s-step-%d-walk%s", origin.run(), snapshot.step(), format.ending());
  }

  @Override
  public Film film(FilmSettings settings) {
    WalkFilm drawn = drawn(settings);
    return new Film(
        new FrameScale(settings.size(), false).apply(drawn),
        drawn.walk().frames(),
        settings.rate(),
        drawn.notes(origin.run()));
  }

  @Override
  public Optional<ShellLine> command(FilmSettings settings, Path file) {
    List<String> names = snapshot.latent().classNames();
    return named.map(
        each ->
            GeneratorCommands.walk(
                each,
                new GeneratorCommands.Way(
                    settings.keys(),
                    origin.way().id(),
                    origin.space().id(),
                    settings.easing(),
                    settings.loop()),
                names.isEmpty() ? Optional.empty() : Optional.of(names.get(origin.label())),
                new GeneratorCommands.Times(
                    OptionalDouble.of(settings.seconds()),
                    settings.rate().perSecond(),
                    settings.size()),
                file));
  }

  @Override
  public Film preview(FilmSettings settings) {
    FrameRate rate = settings.rate().perSecond() < PREVIEW.perSecond() ? settings.rate() : PREVIEW;
    WalkFilm drawn = drawn(settings.with(OptionalInt.empty(), rate));
    return new Film(drawn, drawn.walk().frames(), rate, java.util.Map.of());
  }

  private WalkFilm drawn(FilmSettings settings) {
    Walk walk =
        new Walk(
            WalkKeys.parse(settings.keys(), key -> origin.bookmarks().find(key).point()),
            origin.way(),
            origin.space(),
            settings.easing(),
            settings.loop(),
            settings.seconds(),
            settings.rate());
    return new WalkFilm(drawing(), walk, origin.label(), origin.threshold());
  }

  private synchronized Snapshot drawing() {
    if (closed) {
      throw new java.util.concurrent.CancellationException("The film was given up.");
    }
    if (drawing == null) {
      drawing = styled.apply(snapshot);
    }
    return drawing;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      snapshot.close();
      if (drawing != null) {
        drawing.close();
      }
    }
  }
}
