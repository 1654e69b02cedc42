package studio.saddlepoint.app.explore.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.LayerNoise;
import studio.saddlepoint.latent.RenderThread;
import studio.saddlepoint.latent.RenderThread.Client;
import studio.saddlepoint.latent.RenderThread.Outcome;
import studio.saddlepoint.latent.grid.GridCell;
import studio.saddlepoint.latent.timeline.Timeline;
import studio.saddlepoint.run.RunFolder;

/**
 * The pictures of one code by all kept weights of a run, drawn one after the other on a thread of
 * its own; a newer request takes the place of the one before. For the FX thread.
 */
public final class TimelineModel implements AutoCloseable {
  /**
   * What is drawn so far.
   *
   * @param steps of all kept weights
   * @param pictures one for each step; missing where it is not drawn yet
   * @param cell what they show
   */
  public record Frames(List<Long> steps, List<@Nullable Picture> pictures, GridCell cell) {
    /** Whether all are drawn. */
    public boolean complete() {
      return pictures.stream().allMatch(Objects::nonNull);
    }
  }

  private record Subject(RunFolder run, boolean averaged) {}

  private record Asked(Subject subject, GridCell cell, LayerNoise noise) {}

  private final Executor ui;
  private final RenderThread thread = new RenderThread("timeline", this::free);
  private final Client<Boolean> client;
  private final ReadOnlyObjectWrapper<@Nullable Frames> frames = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final IntegerProperty chosen = new SimpleIntegerProperty();
  private @Nullable Asked asked;

  /** Used on the render thread only. */
  private @Nullable Timeline timeline;

  private @Nullable Subject opened;

  /**
   * A model without a run.
   *
   * @param ui the window's thread
   */
  public TimelineModel(Executor ui) {
    this.ui = ui;
    client =
        thread.client(
            ui,
            outcome -> {
              if (outcome instanceof Outcome.Failed<Boolean> failed) {
                problem.set(Problems.describe(failed.error()));
              }
            });
  }

  /** What is drawn so far; nothing at first. */
  public ReadOnlyObjectProperty<@Nullable Frames> framesProperty() {
    return frames.getReadOnlyProperty();
  }

  /** Which of the steps is looked at. */
  public IntegerProperty chosenProperty() {
    return chosen;
  }

  /** What went wrong last; empty when nothing did. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /**
   * Draws a picture by all kept weights, unless it was asked for last.
   *
   * @param averaged whether to take the averaged weights
   */
  public void draw(RunFolder run, boolean averaged, GridCell cell, LayerNoise noise) {
    Asked next = new Asked(new Subject(run, averaged), cell, noise);
    if (next.equals(asked)) {
      return;
    }
    asked = next;
    problem.set("");
    List<@Nullable Picture> drawn = new ArrayList<>();
    client.requestPieces(() -> piece(next, drawn));
  }

  /** Forgets the run; what is kept of it is looked up again the next time. */
  public void leave() {
    asked = null;
    client.discard();
    client.request(
        () -> {
          free();
          return true;
        });
    frames.set(null);
    problem.set("");
  }

  private Optional<Boolean> piece(Asked wanted, List<@Nullable Picture> drawn) {
    Timeline from = open(wanted.subject());
    List<Long> steps = from.steps();
    if (drawn.size() == steps.size()) {
      return Optional.of(true);
    }
    drawn.add(from.draw(drawn.size(), wanted.cell(), wanted.noise(), Progress.NONE));
    List<@Nullable Picture> all = new ArrayList<>(drawn);
    while (all.size() < steps.size()) {
      all.add(null);
    }
    ui.execute(() -> show(wanted, new Frames(steps, all, wanted.cell())));
    return drawn.size() == steps.size() ? Optional.of(true) : Optional.empty();
  }

  private void show(Asked wanted, Frames now) {
    if (!wanted.equals(asked)) {
      return;
    }
    Frames before = frames.get();
    boolean other = before == null || !before.steps().equals(now.steps());
    // Pictures of the code before stay until the new ones are there, so that nothing flickers.
    frames.set(other || before == null ? now : filled(now, before));
    if (other) {
      chosen.set(now.steps().size() - 1);
    }
  }

  private static Frames filled(Frames now, Frames before) {
    List<@Nullable Picture> pictures = new ArrayList<>();
    for (int i = 0; i < now.pictures().size(); i++) {
      Picture fresh = now.pictures().get(i);
      pictures.add(fresh == null ? before.pictures().get(i) : fresh);
    }
    return new Frames(now.steps(), pictures, now.cell());
  }

  private Timeline open(Subject wanted) {
    Timeline now = timeline;
    if (now == null || !wanted.equals(opened)) {
      free();
      now = new Timeline(wanted.run(), wanted.averaged());
      timeline = now;
      opened = wanted;
    }
    return now;
  }

  private void free() {
    Timeline now = timeline;
    timeline = null;
    opened = null;
    if (now != null) {
      now.close();
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
