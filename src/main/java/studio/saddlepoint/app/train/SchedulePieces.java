package studio.saddlepoint.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.recipe.parameter.Schedule;
import studio.saddlepoint.recipe.parameter.ScheduleSegment;
import studio.saddlepoint.recipe.parameter.ScheduleShape;

/**
 * The pieces of a schedule as a person writes them, allowed or not.
 *
 * @param pieces in their order
 */
record SchedulePieces(List<Piece> pieces) {
  private static final String WHOLE = "100%";

  /**
   * A piece.
   *
   * @param shape its shape
   * @param from first value
   * @param to last value; of no use where it is constant
   * @param over its length, such as {@code 50%} or {@code 20000}
   */
  record Piece(ScheduleShape shape, String from, String to, String over) {
    private static Piece of(HyperParameter parameter, ScheduleSegment segment) {
      return new Piece(
          segment.shape(),
          parameter.format(segment.from()),
          parameter.format(segment.to()),
          segment.length());
    }

    Piece withShape(ScheduleShape other) {
      return new Piece(other, from, to, over);
    }

    Piece withFrom(String other) {
      return new Piece(shape, other, to, over);
    }

    Piece withTo(String other) {
      return new Piece(shape, from, other, over);
    }

    Piece withOver(String other) {
      return new Piece(shape, from, to, other);
    }

    /** As recipes write it. */
    @Override
    public String toString() {
      return shape.id() + "(" + (shape.flat() ? from : from + ".." + to) + ", " + over + ")";
    }
  }

  /** Those of a value as a recipe writes it; none where it is a plain number. */
  static SchedulePieces of(HyperParameter parameter, String text) {
    return parameter.parse(text) instanceof Schedule schedule
        ? new SchedulePieces(
            schedule.segments().stream().map(each -> Piece.of(parameter, each)).toList())
        : new SchedulePieces(List.of());
  }

  /**
   * A first piece for a number that had none: it goes to its smallest value, or to nothing.
   *
   * @param text the plain number
   * @param seen images seen so far, through which it was the same; 0 before the training begins
   * @param total images of the whole training
   */
  static SchedulePieces begin(HyperParameter parameter, String text, long seen, long total) {
    double least = parameter.description().min();
    String end = parameter.format(Double.isFinite(least) ? Math.max(0, least) : 0.0);
    if (seen == 0) {
      return new SchedulePieces(List.of(new Piece(ScheduleShape.LINEAR, text, end, WHOLE)));
    }
    String left = Long.toString(Math.max(1, total - seen));
    return new SchedulePieces(
        List.of(
            new Piece(ScheduleShape.CONSTANT, text, text, Long.toString(seen)),
            new Piece(ScheduleShape.LINEAR, text, end, left)));
  }

  /** One more piece at the end, with half of the last one's length where that is a length. */
  SchedulePieces more() {
    Piece last = pieces.get(pieces.size() - 1);
    String half = half(last.over());
    String end = last.shape().flat() ? last.from() : last.to();
    List<Piece> all = new ArrayList<>(pieces);
    all.set(all.size() - 1, last.withOver(half));
    all.add(new Piece(ScheduleShape.CONSTANT, end, end, half));
    return new SchedulePieces(all);
  }

  private static String half(String over) {
    try {
      return Schedule.parse("constant(0, " + over + ")").segments().get(0).halved().length();
    } catch (IllegalArgumentException noLength) {
      return over; // the field tells what is wrong with it
    }
  }

  /** Without one of them. */
  SchedulePieces without(int index) {
    List<Piece> all = new ArrayList<>(pieces);
    all.remove(index);
    return new SchedulePieces(all);
  }

  /** With another in the place of one. */
  SchedulePieces with(int index, Piece piece) {
    List<Piece> all = new ArrayList<>(pieces);
    all.set(index, piece);
    return new SchedulePieces(all);
  }

  /**
   * As a recipe writes it.
   *
   * @param plain the number where there are no pieces
   */
  String text(String plain) {
    return pieces.isEmpty()
        ? plain
        : pieces.stream().map(Piece::toString).collect(Collectors.joining(" then "));
  }
}
