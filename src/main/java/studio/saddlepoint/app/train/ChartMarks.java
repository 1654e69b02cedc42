package studio.saddlepoint.app.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.ParameterNames;
import studio.saddlepoint.app.PlayerText;
import studio.saddlepoint.app.RunHistory;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.chart.ChartRequest;
import studio.saddlepoint.app.chart.ChartRequest.Kind;
import studio.saddlepoint.app.chart.XScale;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.run.event.Event;

/**
 * The marks of live changes, growth, findings and checkpoints in a chart, and which of them have
 * words.
 */
public final class ChartMarks {
  /** Room for the words of a mark, in pixels. */
  static final double WORDS = 200;

  /** Checkpoints that are closer than this, in pixels, have one mark. */
  private static final double APART = 8;

  private ChartMarks() {}

  /** All that is marked of a run, oldest first. */
  static List<Event> events(RunHistory history) {
    List<Event> all = new ArrayList<>(history.lines());
    all.addAll(history.findings());
    all.addAll(history.checkpoints());
    all.sort(Comparator.comparingLong(Event::step).thenComparing(Event::time));
    return all;
  }

  /**
   * The marks in view; the newest changes have words, as far as they do not overlap.
   *
   * @param events in their order
   * @param x where steps lie
   * @param from first step in view
   * @param to last step in view
   * @param width of the chart in pixels at the usual text size
   * @param words whether any have words
   */
  static List<ChartRequest.Mark> of(
      List<? extends Event> events, XScale x, double from, double to, double width, boolean words) {
    List<ChartRequest.Mark> found = new ArrayList<>();
    double begin = x.at(from);
    double length = x.at(to) - begin;
    double occupied = Double.POSITIVE_INFINITY;
    double checkpoint = Double.POSITIVE_INFINITY;
    for (int i = events.size() - 1; i >= 0; i--) {
      Event each = events.get(i);
      if (each.step() < from || each.step() > to) {
        continue;
      }
      double at = length > 0 ? (x.at(each.step()) - begin) / length * width : 0;
      Kind kind = kind(each);
      if (kind == Kind.CHECKPOINT) {
        if (checkpoint - at < APART) {
          continue;
        }
        checkpoint = at;
      }
      boolean right = at < width / 2;
      boolean free = words && kind == Kind.CHANGE && (right ? at + WORDS : at) < occupied;
      if (free) {
        occupied = right ? at : at - WORDS;
      }
      String said = words(each);
      found.add(new ChartRequest.Mark(kind, each.step(), free ? said : "", said));
    }
    return found;
  }

  private static Kind kind(Event event) {
    if (event instanceof Event.Found) {
      return Kind.FINDING;
    }
    return event instanceof Event.Checkpointed ? Kind.CHECKPOINT : Kind.CHANGE;
  }

  /** What a mark stands for; such as "Generator learning rate 0.0002 → 0.0001". */
  static String words(Event event) {
    if (event instanceof Event.Grown grown) {
      return Messages.text(grown.fading() ? "chart.fades" : "chart.grown", grown.size());
    } else if (event instanceof Event.Found found) {
      return found.what();
    } else if (event instanceof Event.Checkpointed) {
      return Messages.text("chart.checkpoint", Texts.count(event.step()));
    }
    return event instanceof Event.Changed change ? words(change) : "";
  }

  /** The key where it has no name here. */
  private static String words(Event.Changed change) {
    Optional<HyperParameter> parameter = HyperParameters.find(change.key());
    String player = PlayerText.ofSetting(change.key());
    return Messages.text(
        player.isEmpty() ? "chart.mark" : "chart.mark.of",
        parameter.map(HyperParameter::label).orElse(change.key()),
        ParameterNames.value(change.key(), change.before()),
        ParameterNames.value(change.key(), change.after()),
        player);
  }
}
