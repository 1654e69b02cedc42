package studio.saddlepoint.metrics.record;

import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventLog;
import studio.saddlepoint.run.event.ScoreCard;

/** All scores of a run: those that were kept, and those that its training told of. */
public final class RunScores {
  private RunScores() {}

  /**
   * Reads all.
   *
   * @throws studio.saddlepoint.core.StudioException if they cannot be read
   */
  public static List<ScoreCard> read(RunFolder run) {
    List<Event.Scored> told =
        EventLog.settled(run.events().read()).stream()
            .filter(Event.Scored.class::isInstance)
            .map(Event.Scored.class::cast)
            .toList();
    return together(run.scores(), told);
  }

  /** Scores kept with the run, and those that its training told of. */
  public static List<ScoreCard> together(List<ScoreCard> kept, List<Event.Scored> told) {
    List<ScoreCard> all = new ArrayList<>(kept);
    told.stream()
        .map(
            each ->
                new ScoreCard(
                    each.time(),
                    each.step(),
                    each.weights(),
                    each.how(),
                    each.settings(),
                    each.values()))
        .filter(each -> kept.stream().noneMatch(other -> same(other, each)))
        .forEach(all::add);
    return all;
  }

  /** Whether both tell of the same weights, measured in the same way. */
  private static boolean same(ScoreCard one, ScoreCard other) {
    return one.step() == other.step()
        && one.weights().equals(other.weights())
        && one.how().equals(other.how());
  }
}
