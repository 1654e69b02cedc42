package studio.saddlepoint.app.explore;

import java.util.List;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.film.FilmSaving;
import studio.saddlepoint.app.film.WalkSubject;
import studio.saddlepoint.app.pictures.AskingPlace;
import studio.saddlepoint.app.snapshot.Truncation;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.code.Bookmarks;

/**
 * Films the path of the explorer, by the weights that it shows. They are held from the moment the
 * dialog opens, whatever the explorer turns to meanwhile.
 *
 * @param studio does the work and tells when it is done
 * @param model what is explored
 * @param places asks where to save
 */
record WalkFilming(StudioModel studio, ExploreModel model, AskingPlace places) {
  /** Asks how to film, and films. */
  void begin() {
    OpenRun run = studio.openRunProperty().get();
    Snapshot snapshot = model.share().orElse(null);
    if (run == null || snapshot == null) {
      studio.tell(Notice.info(Messages.text("explore.samples.gone")));
      return;
    }
    ExploreState state = model.state();
    Styling styling = state.styling(state.variationSeed());
    WalkSubject.Origin origin =
        new WalkSubject.Origin(
            run.folder().id(),
            new Bookmarks(run.folder().path()),
            about(snapshot, state),
            List.of(state.a(), state.b()),
            state.way(),
            state.space(),
            state.label(),
            state.threshold());
    new FilmSaving(studio, places)
        .walk(
            new WalkSubject(
                origin, snapshot, styling::of, ExploreCommands.drawing(run, snapshot, state)));
  }

  private static String about(Snapshot snapshot, ExploreState state) {
    List<String> names = snapshot.latent().classNames();
    return Messages.text(
        "explore.film.of",
        snapshot.label(),
        truncation(state),
        names.isEmpty()
            ? Messages.text("explore.samples.of.none")
            : Messages.text("explore.samples.of.class", names.get(state.label())));
  }

  private static String truncation(ExploreState state) {
    if (!state.inW().none()) {
      return Messages.text("explore.samples.of.truncated", state.inW().text());
    }
    return state.untruncated()
        ? Messages.text("explore.samples.of.untruncated")
        : Messages.text("explore.samples.of.truncated", Truncation.text(state.threshold()));
  }
}
