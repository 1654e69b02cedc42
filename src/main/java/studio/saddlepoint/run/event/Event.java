package studio.saddlepoint.run.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One immutable fact that a training tells. In the event log it is one line of JSON, such as {@code
 * {"type":"paused","time":"2026-11-01T12:00:00Z","step":12}}.
 */
public sealed interface Event {
  /** When it happened. */
  Instant time();

  /** The step after which it happened; 0 is before the first. What a step is, the recipe says. */
  long step();

  /**
   * A training began or continues.
   *
   * @param step the step it continues from; 0 for a new one. What was told of later steps before is
   *     void: those steps were lost and are done again
   * @param device where it trains, such as {@code cpu} or {@code gpu0}
   * @param resumed whether it continues from a checkpoint
   */
  record Begun(Instant time, long step, String device, boolean resumed) implements Event {}

  /**
   * The numbers of a step.
   *
   * @param values by name, such as {@code loss.generator}, {@code d.real}, {@code
   *     gradient.discriminator}, {@code speed.imagesPerSecond}; NaN and infinities are allowed
   */
  record Scalars(Instant time, long step, Map<String, Double> values) implements Event {
    /** Copies the values, keeping their order. */
    public Scalars {
      values = ordered(values);
    }
  }

  /**
   * A sample sheet was drawn.
   *
   * @param file of the picture, relative to the run folder
   * @param columns samples in a row
   * @param rows rows of samples
   * @param averaged whether it was drawn with the running mean (EMA) of the weights
   * @param classes how many classes it shows, in order: a column each, those beyond the columns in
   *     further rows of classes below; 0 where pictures have none, and in logs of earlier versions
   */
  record Sheet(
      Instant time, long step, String file, int columns, int rows, boolean averaged, int classes)
      implements Event {
    /** A sheet that does not tell of classes. */
    public Sheet(Instant time, long step, String file, int columns, int rows, boolean averaged) {
      this(time, step, file, columns, rows, averaged, 0);
    }
  }

  /**
   * A hyper-parameter was changed while training.
   *
   * @param key such as {@code generator.optimizer.learningRate}
   * @param before the old value as JSON writes it
   * @param after the new value as JSON writes it
   * @param author who changed it
   */
  record Changed(Instant time, long step, String key, String before, String after, Author author)
      implements Event {
    /** A change by a person. */
    public Changed(Instant time, long step, String key, String before, String after) {
      this(time, step, key, before, after, Author.PERSON);
    }
  }

  /**
   * Networks that grow came to another phase.
   *
   * @param size side of the pictures from here on, in pixels
   * @param fading whether layers of that size begin to fade in; otherwise they are all there
   */
  record Grown(Instant time, long step, int size, boolean fading) implements Event {}

  /**
   * A checkpoint was written.
   *
   * @param file relative to the run folder
   */
  record Checkpointed(Instant time, long step, String file) implements Event {}

  /**
   * The weights of a step were measured.
   *
   * @param weights which: {@code averaged} or {@code raw}; empty where it was not told
   * @param values by metric, such as {@code fid}
   * @param how how the numbers were made, such as {@code FID (Strokes classifier, 2,048 vs train,
   *     trunc none)}
   * @param settings the same as data; none in logs of earlier versions
   */
  record Scored(
      Instant time,
      long step,
      String weights,
      Map<String, Double> values,
      String how,
      ScoreSettings settings)
      implements Event {
    /** Copies the values, keeping their order. */
    public Scored {
      values = ordered(values);
    }
  }

  /**
   * A diagnosis of the training.
   *
   * @param kind short name of the finding, such as {@code mode-collapse}
   * @param severity {@code info}, {@code warning} or {@code error}
   * @param what what is going on
   * @param evidence the numbers that show it
   * @param why the likely reason
   * @param advice what to change
   * @param remedies the same as changes of the recipe; none in logs of earlier versions
   * @param picture file that shows it, relative to the run folder; empty where there is none
   * @param over whether what was found before under this kind is over
   */
  record Found(
      Instant time,
      long step,
      String kind,
      String severity,
      String what,
      String evidence,
      String why,
      String advice,
      List<Remedy> remedies,
      String picture,
      boolean over)
      implements Event {
    /**
     * Kind of a finding that the program stood still: the time since the step before is not
     * trained.
     */
    public static final String STOOD_STILL = "stood-still";

    /** Kind of a finding that the computer's clock was set, or that it slept: likewise. */
    public static final String CLOCK_SET = "clock-set";

    /** Copies the remedies. */
    public Found {
      remedies = List.copyOf(remedies);
    }

    /** A finding that begins, without remedies as data and without a picture. */
    public Found(
        Instant time,
        long step,
        String kind,
        String severity,
        String what,
        String evidence,
        String why,
        String advice) {
      this(time, step, kind, severity, what, evidence, why, advice, List.of(), "", false);
    }
  }

  /**
   * Pictures of the generator were looked at beside the data's.
   *
   * @param values by name, such as {@code probe.distance}, and the shares of classes {@code
   *     fakes.NAME} and {@code data.NAME}; only what could be measured
   */
  record Probed(Instant time, long step, Map<String, Double> values) implements Event {
    /** Copies the values, keeping their order. */
    public Probed {
      values = ordered(values);
    }
  }

  /** The training waits. */
  record Paused(Instant time, long step) implements Event {}

  /** The training goes on after a pause. */
  record Resumed(Instant time, long step) implements Event {}

  /**
   * The training ended.
   *
   * @param reason for a person to read
   */
  record Ended(Instant time, long step, String reason) implements Event {}

  private static Map<String, Double> ordered(Map<String, Double> values) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
