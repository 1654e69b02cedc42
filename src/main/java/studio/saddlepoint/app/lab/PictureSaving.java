package studio.saddlepoint.app.lab;

import java.nio.file.Path;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.pictures.AskingPlace;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;

/**
 * Saves what the lab shows as a PNG.
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
