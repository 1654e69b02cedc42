package studio.saddlepoint.app.film;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.command.CommandCopying;
import studio.saddlepoint.app.pictures.AskingPlace;
import studio.saddlepoint.core.ShellLine;
import studio.saddlepoint.latent.film.FilmExport;
import studio.saddlepoint.latent.film.FilmFormat;
import studio.saddlepoint.latent.film.FilmTarget;
import studio.saddlepoint.run.RunFolder;

/**
 * Asks for a film by its dialog, and saves it in the background.
 *
 * @param studio does the work and tells when it is done
 * @param places asks where to save
 */
public record FilmSaving(StudioModel studio, AskingPlace places) {
  /** Asks how a walk is to be filmed, and films it. FX thread. */
  public void walk(WalkSubject subject) {
    begin(subject);
  }

  /**
   * Asks how a training is to be filmed, and films it. FX thread.
   *
   * @param run whose
   * @param sheets how many it has kept, at least two
   */
  public void training(RunFolder run, int sheets) {
    begin(new TrainingSubject(run, sheets));
  }

  /** Asks how moments are to be filmed, and films them. FX thread. */
  public void moments(MomentsSubject subject) {
    begin(subject);
  }

  private void begin(FilmSubject subject) {
    FilmDialog dialog = new FilmDialog(owner(), subject, studio.ui());
    dialog.setOnHidden(
        event -> {
          FilmSettings settings = dialog.getResult();
          dialog.end();
          if (settings == null) {
            subject.close();
          } else {
            // Not before the dialog is away: the system's own would open beneath it.
            studio.ui().execute(() -> save(subject, settings));
          }
        });
    dialog.show();
  }

  private static @Nullable Window owner() {
    return Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
  }

  private void save(FilmSubject subject, FilmSettings settings) {
    FilmFormat format = settings.format();
    String title = format == FilmFormat.FRAMES ? "film.place.folder" : "film.place";
    Path place = places.ask(Messages.text(title), subject.fileName(format)).orElse(null);
    if (place == null) {
      subject.close();
      return;
    }
    // The system's dialog has asked whether to replace a file.
    FilmTarget target = new FilmTarget(place, format, true);
    Optional<ShellLine> command = subject.command(settings, place);
    studio
        .tasks()
        .run(
            Messages.text("film.saving", place.getFileName()),
            progress -> {
              try (subject) {
                Film film = subject.film(settings);
                return new FilmExport(target, film.rate(), film.notes())
                    .write(film.source(), progress);
              }
            })
        .onDone(
            made ->
                studio.tell(
                    CommandCopying.offered(
                        studio,
                        Messages.text("film.saved", Texts.count(made.frames()), place),
                        command)))
        .onFailed(error -> studio.tell(Notice.problem(error)));
  }
}
