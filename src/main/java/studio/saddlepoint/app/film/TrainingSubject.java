package studio.saddlepoint.app.film;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.command.GeneratorCommands;
import studio.saddlepoint.app.command.GeneratorCommands.Times;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.ShellLine;
import studio.saddlepoint.latent.film.FilmFormat;
import studio.saddlepoint.latent.film.FrameRate;
import studio.saddlepoint.latent.film.training.TrainingFilm;
import studio.saddlepoint.latent.film.training.TrainingStory;
import studio.saddlepoint.run.RunFolder;

/** A run's training, as far as it has come when the film is asked for. */
final class TrainingSubject implements FilmSubject {
  private static final int USUAL_SIZE = 540;
  private static final int PREVIEW_SIZE = 280;
  private static final FrameRate PREVIEW = new FrameRate(8);

  private final RunFolder run;
  private final int sheets;
  private @Nullable TrainingStory story;

  /**
   * A training.
   *
   * @param run whose
   * @param sheets how many it has kept
   */
  TrainingSubject(RunFolder run, int sheets) {
    this.run = run;
    this.sheets = sheets;
  }

  @Override
  public String about() {
    return Messages.text("film.of.training", run.title(), Texts.count(sheets));
  }

  @Override
  public String keys() {
    return "";
  }

  @Override
  public double usualSeconds() {
    return TrainingFilm.usualSeconds(sheets);
  }

  @Override
  public int usualSize() {
    return USUAL_SIZE;
  }

  @Override
  public String fileName(FilmFormat format) {
    return String.format(Locale.ROOT, "%s-training%s", run.id(), format.ending());
  }

  @Override
  public Film film(FilmSettings settings) {
    TrainingFilm film =
        TrainingFilm.of(
            run, story(), settings.size(), OptionalDouble.of(settings.seconds()), settings.rate());
    return new Film(film, film.frames(), settings.rate(), film.notes());
  }

  @Override
  public Optional<ShellLine> command(FilmSettings settings, Path file) {
    return Optional.of(
        GeneratorCommands.training(
            run.path(),
            new Times(
                OptionalDouble.of(settings.seconds()),
                settings.rate().perSecond(),
                settings.size()),
            file));
  }

  @Override
  public Film preview(FilmSettings settings) {
    FrameRate rate = settings.rate().perSecond() < PREVIEW.perSecond() ? settings.rate() : PREVIEW;
    return film(settings.with(OptionalInt.of(PREVIEW_SIZE), rate));
  }

  private synchronized TrainingStory story() {
    if (story == null) {
      story = TrainingStory.read(run, Progress.NONE);
    }
    return story;
  }

  @Override
  public void close() {
    // A run's folder holds nothing open.
  }
}
