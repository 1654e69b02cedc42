package studio.saddlepoint.app.explore;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.command.CommandCopying;
import studio.saddlepoint.app.command.Drawing;
import studio.saddlepoint.app.command.GeneratorCommands;
import studio.saddlepoint.app.pictures.AskingPlace;
import studio.saddlepoint.app.snapshot.KeepBestControl;
import studio.saddlepoint.app.snapshot.Truncation;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.ShellLine;
import studio.saddlepoint.latent.SampleClasses;
import studio.saddlepoint.latent.SampleCodes;
import studio.saddlepoint.latent.SeededCodes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.export.ExportKind;
import studio.saddlepoint.latent.export.ExportTarget;
import studio.saddlepoint.latent.export.SampleExport;
import studio.saddlepoint.metrics.BestSamples;

/**
 * Saves samples of the weights that the explorer shows, in the background. They are held from the
 * moment the dialog opens, whatever the explorer turns to meanwhile.
 *
 * @param studio does the work and tells when it is done
 * @param model what is explored
 * @param places asks where to save
 */
record SampleSaving(StudioModel studio, ExploreModel model, AskingPlace places) {
  /** Asks what to save, and saves it. */
  void begin() {
    OpenRun run = studio.openRunProperty().get();
    Snapshot snapshot = model.share().orElse(null);
    if (run == null || snapshot == null) {
      studio.tell(Notice.info(Messages.text("explore.samples.gone")));
      return;
    }
    Chosen chosen =
        new Chosen(
            run.folder().id(),
            snapshot,
            model.state(),
            classes(snapshot),
            ExploreCommands.drawing(run, snapshot, model.state()));
    SampleDialog dialog =
        new SampleDialog(owner(), chosen.text(), !snapshot.latent().classNames().isEmpty());
    dialog.setOnHidden(
        event -> {
          SampleRequest request = dialog.getResult();
          if (request == null) {
            snapshot.close();
          } else {
            // Not before the dialog is away: the system's own would open beneath it.
            studio.ui().execute(() -> save(chosen, request));
          }
        });
    dialog.show();
  }

  private static @Nullable Window owner() {
    return Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
  }

  private boolean classes(Snapshot snapshot) {
    return snapshot.latent().classNames().isEmpty() || model.allClassesProperty().get();
  }

  /**
   * What the explorer showed when the person asked.
   *
   * @param run id of the run
   * @param snapshot to be closed in the end
   * @param state where the explorer stood
   * @param allClasses whether samples are of all classes
   * @param named how commands name the generator; empty where they cannot draw so
   */
  private record Chosen(
      String run,
      Snapshot snapshot,
      ExploreState state,
      boolean allClasses,
      Optional<Drawing> named) {
    Optional<ShellLine> command(SampleRequest request, Path place) {
      Optional<String> only =
          allClasses
              ? Optional.empty()
              : Optional.of(snapshot.latent().classNames().get(state.label()));
      return named.map(
          each ->
              GeneratorCommands.samples(
                  each, request.count(), request.seed(), only, request.labels(), place));
    }

    String text() {
      List<String> names = snapshot.latent().classNames();
      String label = snapshot.label();
      return Messages.text(
          "explore.samples.of",
          label,
          truncation(),
          state
              .keep()
              .map(
                  keep ->
                      Messages.text(
                          "explore.samples.of.kept", KeepBestControl.percent(keep), keep.by().id()))
              .orElse(""),
          names.isEmpty()
              ? Messages.text("explore.samples.of.none")
              : allClasses
                  ? Messages.text("explore.samples.of.all")
                  : Messages.text("explore.samples.of.class", names.get(state.label())));
    }

    private String truncation() {
      if (!state.inW().none()) {
        return Messages.text("explore.samples.of.truncated", state.inW().text());
      }
      return Double.isInfinite(state.threshold())
          ? Messages.text("explore.samples.of.untruncated")
          : Messages.text("explore.samples.of.truncated", Truncation.text(state.threshold()));
    }

    /** As the command line gives them: a sheet shows the classes in their order. */
    SampleCodes codes(Snapshot truncated, SampleRequest request, Path caches, Progress progress) {
      SampleClasses classes =
          !allClasses
              ? SampleClasses.only(state.label())
              : request.kind() == ExportKind.SHEET
                  ? SampleClasses.inTurn()
                  : SampleClasses.drawn(snapshot);
      int count = request.count();
      int drawn = state.keep().map(keep -> keep.candidates(count)).orElse(count);
      SeededCodes all =
          SeededCodes.of(truncated, drawn, state.threshold(), classes, request.seed());
      return state
          .keep()
          .<SampleCodes>map(
              keep ->
                  BestSamples.rank(
                          keep.by(), truncated, all, snapshot.recipe().data(), caches, progress)
                      .best(count, keep))
          .orElse(all);
    }

    Styling styling(SampleRequest request) {
      return state.styling(request.seed());
    }

    String name(SampleRequest request) {
      return String.format(
          Locale.ROOT, "%s-step-%d-samples%s", run, snapshot.step(), request.kind().ending());
    }
  }

  private void save(Chosen chosen, SampleRequest request) {
    String title =
        request.kind() == ExportKind.FOLDER
            ? "explore.samples.place.folder"
            : "explore.samples.place";
    Path place = places.ask(Messages.text(title), chosen.name(request)).orElse(null);
    if (place == null) {
      chosen.snapshot().close();
      return;
    }
    // The system's dialog has asked whether to replace a file.
    ExportTarget target =
        new ExportTarget(place, request.kind(), request.labels(), true, OptionalInt.empty());
    Optional<ShellLine> command = chosen.command(request, place);
    studio
        .tasks()
        .run(
            Messages.text("explore.samples.saving", place.getFileName()),
            progress -> {
              try (Snapshot snapshot = chosen.snapshot();
                  Snapshot truncated = chosen.styling(request).of(snapshot)) {
                target.requireWritable();
                double drawing = chosen.state().keep().isPresent() ? 0.5 : 0;
                SampleCodes codes =
                    chosen.codes(
                        truncated, request, studio.home().caches(), progress.part(0, drawing));
                new SampleExport(truncated, chosen.run(), codes, request.count())
                    .write(target, progress.part(drawing, 1));
                return place;
              }
            })
        .onDone(
            done ->
                studio.tell(
                    CommandCopying.offered(
                        studio,
                        Messages.text("explore.samples.saved", request.count(), done),
                        command)))
        .onFailed(error -> studio.tell(Notice.problem(error)));
  }
}
