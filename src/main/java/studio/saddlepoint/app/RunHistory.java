package studio.saddlepoint.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.run.curve.KeptCurves;
import studio.saddlepoint.run.curve.RunCurves;
import studio.saddlepoint.run.curve.Series;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.diagnosis.Doctor;
import studio.saddlepoint.train.diagnosis.Probe;

/**
 * The events of a run so far, ready to be shown, in bounded memory however long the run is. Built
 * on any one thread; once it is shown it changes on the FX thread only.
 */
public final class RunHistory {
  private static final int MOST_SHEETS = 20_000;
  private static final int MOST_MARKS = 2_000;
  private static final int MOST_FINDINGS = 500;
  private static final int MOST_PROBES = 300;

  private RunCurves curves = new RunCurves();
  private final List<Event.Sheet> sheets = new ArrayList<>();
  private final List<Event.Changed> marks = new ArrayList<>();
  private final List<Event.Grown> growths = new ArrayList<>();
  private final List<Event.Found> findings = new ArrayList<>();
  private final List<Event.Scored> scores = new ArrayList<>();
  private final List<Event.Checkpointed> checkpoints = new ArrayList<>();
  private final List<Probe> probes = new ArrayList<>();
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
  private long lastStep;
  private String device = "";
  private Event.@Nullable Ended ended;

  /** Counts up with every change; what is drawn listens to it. */
  public ReadOnlyLongProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  /** The names of all quantities, in the order they were first told. */
  public List<String> keys() {
    return curves.keys();
  }

  /**
   * A quantity over the steps.
   *
   * @param key such as {@code loss.generator}; scores have {@code score.} before their name
   */
  public Optional<Series> series(String key) {
    return curves.series(key);
  }

  /** The sample sheets, oldest first. */
  public List<Event.Sheet> sheets() {
    return Collections.unmodifiableList(sheets);
  }

  /** The hyper-parameters changed on the way, oldest first. */
  public List<Event.Changed> marks() {
    return Collections.unmodifiableList(marks);
  }

  /**
   * What charts mark, oldest first: changes of hyper-parameters, and phases of networks that grow.
   */
  public List<Event> lines() {
    List<Event> all = new ArrayList<>(marks);
    all.addAll(growths);
    all.sort(Comparator.comparingLong(Event::step).thenComparing(Event::time));
    return all;
  }

  /** The findings, oldest first. */
  public List<Event.Found> findings() {
    return Collections.unmodifiableList(findings);
  }

  /** The checkpoints that were written, oldest first; some may have been thinned out since. */
  public List<Event.Checkpointed> checkpoints() {
    return Collections.unmodifiableList(checkpoints);
  }

  /** The findings that are not over, oldest first; of a kind the newest. */
  public List<Event.Found> open() {
    return List.copyOf(Doctor.open(findings));
  }

  /** The looks at its pictures, oldest first. */
  public List<Probe> probes() {
    return Collections.unmodifiableList(probes);
  }

  /** The quick evaluations, oldest first. */
  public List<Event.Scored> scores() {
    return Collections.unmodifiableList(scores);
  }

  /** The last step told of. */
  public long lastStep() {
    return lastStep;
  }

  /** Where it trained last; empty before it began. */
  public String device() {
    return device;
  }

  /** How it ended; empty while it may go on. */
  public Optional<Event.Ended> ended() {
    return Optional.ofNullable(ended);
  }

  /** All quantities. */
  RunCurves curves() {
    return curves;
  }

  /** Takes in what was kept of the first part of the log, before anything of what follows. */
  void restore(KeptCurves kept) {
    kept.index().events().forEach(this::take);
    curves = kept.curves();
    lastStep = Math.max(lastStep, curves.lastStep());
    version.set(version.get() + 1);
  }

  /** Takes in events, oldest first. */
  public void add(List<? extends Event> events) {
    for (Event event : events) {
      curves.take(event);
      take(event);
    }
    if (!events.isEmpty()) {
      version.set(version.get() + 1);
    }
  }

  private void take(Event event) {
    if (event instanceof Event.Begun begun) {
      begin(begun);
    } else if (event instanceof Event.Sheet sheet) {
      sheets.removeIf(each -> each.step() == sheet.step());
      keep(sheets, sheet, MOST_SHEETS, true);
    } else if (event instanceof Event.Changed changed) {
      keep(marks, changed, MOST_MARKS, false);
    } else if (event instanceof Event.Grown grown) {
      keep(growths, grown, MOST_MARKS, false);
    } else if (event instanceof Event.Found found) {
      keep(findings, found, MOST_FINDINGS, false);
    } else if (event instanceof Event.Scored scored) {
      keep(scores, scored, MOST_MARKS, true);
    } else if (event instanceof Event.Checkpointed checkpoint) {
      keep(checkpoints, checkpoint, MOST_MARKS, true);
    } else if (event instanceof Event.Probed probed) {
      keep(probes, Probe.of(probed), MOST_PROBES, false);
    } else if (event instanceof Event.Ended end) {
      ended = end;
    }
    lastStep = Math.max(lastStep, event.step());
  }

  private void begin(Event.Begun begun) {
    ended = null;
    device = begun.device();
    if (begun.step() < lastStep) {
      long step = begun.step();
      sheets.removeIf(each -> each.step() > step);
      marks.removeIf(each -> each.step() > step);
      growths.removeIf(each -> each.step() > step);
      scores.removeIf(each -> each.step() > step);
      checkpoints.removeIf(each -> each.step() > step);
      probes.removeIf(each -> each.step() > step);
      lastStep = step;
    }
  }

  /** Keeps the list short: by leaving out every second one, or the oldest. */
  private static <T> void keep(List<T> list, T fresh, int most, boolean thin) {
    if (list.size() >= most) {
      if (thin) {
        List<T> half = new ArrayList<>();
        for (int i = 0; i < list.size(); i += 2) {
          half.add(list.get(i));
        }
        list.clear();
        list.addAll(half);
      } else {
        list.remove(0);
      }
    }
    list.add(fresh);
  }
}
