package studio.saddlepoint.run.curve;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.run.event.Event;

/**
 * What was measured before and after a change of a run, in numbers: that one came after the other
 * does not say that it came of it.
 *
 * @param steps of the windows before and after that losses are the means of
 * @param lossBefore mean loss in the window before; NaN where there is none
 * @param lossAfter mean loss in the window after; NaN where there is none yet
 * @param fidBefore the newest FID up to the change; NaN where none was measured
 * @param fidAfter the newest FID after it, up to the next change; NaN where there is none yet
 */
public record ChangeEffect(
    long steps, double lossBefore, double lossAfter, double fidBefore, double fidAfter) {
  /** The longest window, in steps. */
  public static final long WINDOW = 200;

  private static final String FID = "fid";

  /**
   * The effect of a change. Other changes at the same step count as the same one.
   *
   * @param change one of the changes
   * @param changes all of them, oldest first
   * @param lastStep the last step that was made
   * @param loss the loss that is looked at; empty where none was told
   * @param scores all scores, oldest first
   */
  public static ChangeEffect of(
      Event.Changed change,
      List<Event.Changed> changes,
      long lastStep,
      Optional<Series> loss,
      List<Event.Scored> scores) {
    long at = change.step();
    long earlier = 0;
    long later = lastStep;
    for (Event.Changed each : changes) {
      if (each.step() < at) {
        earlier = Math.max(earlier, each.step());
      } else if (each.step() > at) {
        later = Math.min(later, each.step());
      }
    }
    double before = Double.NaN;
    double after = Double.NaN;
    for (Event.Scored score : scores) {
      double fid = score.values().getOrDefault(FID, Double.NaN);
      if (score.step() <= at) {
        before = Double.isNaN(fid) ? before : fid;
      } else if (score.step() <= later) {
        after = Double.isNaN(fid) ? after : fid;
      }
    }
    // Windows of one length, so that one is not smoother than the other.
    long steps = Math.min(WINDOW, Math.min(at - earlier, later - at));
    return new ChangeEffect(
        steps, mean(loss, at - steps + 1, at), mean(loss, at + 1, at + steps), before, after);
  }

  /** The mean of the buckets that begin in a window. */
  private static double mean(Optional<Series> series, long from, long to) {
    if (series.isEmpty() || to < from) {
      return Double.NaN;
    }
    Points points = series.get().view(from, to, Math.toIntExact(WINDOW));
    double sum = 0;
    long count = 0;
    for (int i = 0; i < points.size(); i++) {
      if (points.steps()[i] >= from && points.steps()[i] <= to) {
        sum += points.means()[i] * points.counts()[i];
        count += points.counts()[i];
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
