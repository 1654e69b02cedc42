package studio.saddlepoint.app.explore;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.command.Drawing;
import studio.saddlepoint.app.command.GeneratorCommands;
import studio.saddlepoint.app.explore.ExploreEngine.Subject;
import studio.saddlepoint.core.ShellLine;
import studio.saddlepoint.latent.ClassMix;
import studio.saddlepoint.latent.LayerNoise;
import studio.saddlepoint.latent.Snapshot;

/** What the explorer shows, as command lines name it. */
final class ExploreCommands {
  private ExploreCommands() {}

  /**
   * A run's generator as the explorer draws with it.
   *
   * @return empty where the command line cannot draw so: with shifts along directions, a second
   *     class or other noise
   */
  static Optional<Drawing> drawing(OpenRun run, Snapshot snapshot, ExploreState state) {
    return drawing(run, snapshot.step(), snapshot.averaged(), state);
  }

  private static Optional<Drawing> drawing(
      OpenRun run, long step, boolean averaged, ExploreState state) {
    boolean plain =
        state.shifts().isEmpty()
            && state.mix().equals(ClassMix.NONE)
            && state.noise() == LayerNoise.FIXED;
    return plain && saved(run, step)
        ? Optional.of(
            new Drawing(
                run.folder().path(),
                Long.toString(step),
                averaged,
                state.threshold(),
                state.inW(),
                state.keep()))
        : Optional.empty();
  }

  /** Weights of a step that was never kept are only here. */
  private static boolean saved(OpenRun run, long step) {
    return run.folder().checkpoints().stream().anyMatch(each -> each.step() == step);
  }

  /** The picture that is shown alone. */
  static Optional<ShellLine> picture(OpenRun run, Subject subject, ExploreState state, Path file) {
    List<String> names = subject.latent().classNames();
    return drawing(run, subject.step(), subject.averaged(), state)
        .map(
            each ->
                GeneratorCommands.picture(
                    new Drawing(
                        each.run(),
                        each.checkpoint(),
                        each.averaged(),
                        each.threshold(),
                        each.inW(),
                        Optional.empty()),
                    state.current().toString(),
                    names.isEmpty() ? Optional.empty() : Optional.of(names.get(state.label())),
                    file));
  }
}
