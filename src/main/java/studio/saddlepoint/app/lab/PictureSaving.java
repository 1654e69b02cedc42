package studio.saddlepoint.app.lab;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.film.FilmSaving;
import studio.saddlepoint.app.film.MomentsSubject;
import studio.saddlepoint.app.pictures.AskingPlace;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.latent.film.FrameScale;

/**
 * Saves what the lab shows as a PNG, or its moments as a film.
 *
 * @param studio does the work and tells when it is done
 * @param places asks for a file
 */
record PictureSaving(StudioModel studio, AskingPlace places) {
  /**
   * Asks for a file and saves a picture there.
   *
   * @param name of the file that is offered
   */
  void save(LabCanvas canvas, String name) {
    places.ask(Messages.text("lab.save"), name + ".png").ifPresent(file -> save(canvas, file));
  }

  /**
   * Asks how moments are to be filmed, and films them.
   *
   * @param id of the experiment
   * @param canvas whose size and colours the film has
   * @param moments how many, at least 1
   * @param painting of each
   */
  void film(String id, LabCanvas canvas, int moments, IntFunction<LabCanvas.Painting> painting) {
    double across = canvas.across();
    new FilmSaving(studio, places)
        .moments(
            new MomentsSubject(
                Messages.text("lab." + id),
                "lab-" + id,
                moments,
                canvas.down() / across,
                studio.ui(),
                (moment, width) -> {
                  // no smaller than the window has it: lines and words would fall apart
                  Picture large =
                      canvas.picture(painting.apply(moment), Math.max(1, width / across));
                  return new FrameScale(OptionalInt.of(width), true).apply(large);
                }));
  }

  private void save(LabCanvas canvas, Path file) {
    Picture picture = canvas.picture();
    studio
        .tasks()
        .run(
            Messages.text("lab.saving"),
            progress -> {
              Pngs.write(file, picture);
              return file;
            })
        .onDone(saved -> studio.tell(Notice.success(Messages.text("lab.saved", saved))))
        .onFailed(error -> studio.tell(Notice.problem(error)));
  }
}
