package studio.saddlepoint.recipe.parameter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A curve of a hyper-parameter over the images seen since the training began: pieces one after the
 * other. After the last one its end stays.
 *
 * <p>Written as {@code linear(0..0.001, 5%) then cosine(0.001..0, 95%)}.
 *
 * @param segments one or more
 */
public record Schedule(List<ScheduleSegment> segments) {
  private static final Pattern SEGMENT =
      Pattern.compile("\\s*([A-Za-z-]+)\\s*\\(([^(),]*),([^(),]*)\\)\\s*");
  private static final Pattern THEN = Pattern.compile("\\bthen\\b");
  private static final String VALUES = "..";

  /** Shares of 1/3 and the like may add up to a little more than all. */
  private static final double ROUNDING = 1e-9;

  /** Copies the pieces; refuses none, and shares that are more than all. */
  public Schedule {
    segments = List.copyOf(segments);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("it has no pieces");
    }
    double shares = segments.stream().mapToDouble(ScheduleSegment::share).sum();
    if (shares > 1 + ROUNDING) {
      throw new IllegalArgumentException(
          "its shares add up to " + Math.round(shares * 100) + "%: they can be at most 100%");
    }
  }

  /** A curve of one piece. */
  public static Schedule of(ScheduleSegment segment) {
    return new Schedule(List.of(segment));
  }

  /** Whether a text is meant as a curve: numbers have no brackets. */
  static boolean isMeantBy(String text) {
    return text.indexOf('(') >= 0;
  }

  /**
   * Reads a curve.
   *
   * @throws IllegalArgumentException with the reason, to follow the text and a colon
   */
  public static Schedule parse(String text) {
    List<ScheduleSegment> found = new ArrayList<>();
    for (String part : THEN.split(text, -1)) {
      found.add(segment(part));
    }
    return new Schedule(found);
  }

  private static ScheduleSegment segment(String text) {
    Matcher matcher = SEGMENT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "it must be a number, or pieces such as linear(0.001..0, 100%) with \"then\" between them");
    }
    ScheduleShape shape = shape(matcher.group(1).toLowerCase(Locale.ROOT));
    String values = matcher.group(2);
    int dots = values.indexOf(VALUES);
    if (dots < 0 != shape.flat()) {
      throw new IllegalArgumentException(
          shape.flat()
              ? "constant has one value, such as constant(0.001, 50%)"
              : shape.id() + " has two values, such as " + shape.id() + "(0.001..0, 50%)");
    }
    double from;
    double to;
    try {
      from = Numbers.number(dots < 0 ? values : values.substring(0, dots));
      to = dots < 0 ? from : Numbers.number(values.substring(dots + VALUES.length()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + text.strip() + "\" has a number that is none", e);
    }
    String length = matcher.group(3).strip();
    boolean share = length.endsWith("%");
    long images;
    double part;
    try {
      images = share ? 0 : new BigDecimal(length).longValueExact();
      part = share ? Numbers.share(length) : 0;
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"" + text.strip() + "\" must be over a whole number of images, or a share such as 50%",
          e);
    }
    return new ScheduleSegment(shape, from, to, images, part);
  }

  private static ScheduleShape shape(String id) {
    for (ScheduleShape each : ScheduleShape.values()) {
      if (each.id().equals(id)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "\""
            + id
            + "\" is no shape: use "
            + List.of(ScheduleShape.values()).stream()
                .map(ScheduleShape::id)
                .collect(Collectors.joining(", ")));
  }

  /** Whether all its lengths are in images. */
  public boolean inImages() {
    return segments.stream().allMatch(each -> each.share() == 0);
  }

  /**
   * The same with all lengths in images.
   *
   * @param total images of the whole training
   */
  public Schedule ofTraining(long total) {
    return inImages()
        ? this
        : new Schedule(segments.stream().map(each -> each.ofTraining(total)).toList());
  }

  /**
   * Its value.
   *
   * @param imagesSeen since the training began
   * @throws IllegalStateException where a length is a share
   */
  public double at(long imagesSeen) {
    if (!inImages()) {
      throw new IllegalStateException("shares are made images when a training begins: " + this);
    }
    long left = imagesSeen;
    for (int i = 0; i < segments.size() - 1; i++) {
      ScheduleSegment each = segments.get(i);
      if (left < each.images()) {
        return each.at(left);
      }
      left -= each.images();
    }
    return segments.get(segments.size() - 1).at(left);
  }

  /** Its value at the beginning. */
  public double first() {
    return segments.get(0).from();
  }

  /** Its largest value. */
  public double highest() {
    return segments.stream().mapToDouble(each -> Math.max(each.from(), each.to())).max().orElse(0);
  }

  /** Images after which it changes no more; shares count nothing. */
  public long images() {
    return segments.stream().mapToLong(ScheduleSegment::images).sum();
  }

  /** As recipes write it. */
  @Override
  public String toString() {
    return segments.stream().map(ScheduleSegment::toString).collect(Collectors.joining(" then "));
  }
}
