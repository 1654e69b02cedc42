package studio.saddlepoint.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The comparison of a data set with what it was when networks learnt from it: which classes are
 * which, and what changed, in words of the data.
 *
 * @param before what it was
 * @param when when that was, such as "when the run began"
 * @param set what it is now, as it is opened
 */
public record DataMatch(Fingerprint before, String when, DataSet set) {
  private static final int NAMED = 6;

  /** Whether images have the channels and the size that they had. */
  public boolean sameShape() {
    return before.shape().equals(set.shape());
  }

  /**
   * Whether it has the classes that it had, in any order. A class may be missing where as many
   * pictures are there as before: it had none, and earlier versions counted it nevertheless.
   */
  public boolean sameClasses() {
    return sameClasses(set);
  }

  private boolean sameClasses(DataSet any) {
    return any.classNames().size() == before.classNames().size()
            && new HashSet<>(any.classNames()).equals(new HashSet<>(before.classNames()))
        || lacksOnlyEmpty(any);
  }

  private boolean lacksOnlyEmpty(DataSet any) {
    return !any.classNames().isEmpty()
        && set.size() == before.count()
        && any.classNames().size() < before.classNames().size()
        && new HashSet<>(before.classNames()).containsAll(any.classNames());
  }

  /** The data set with the labels that its classes had, as far as they are the same classes. */
  public DataSet matched() {
    return matched(set);
  }

  /**
   * Another part of it with the labels that its classes had.
   *
   * @param part the same data set, of any split
   */
  public DataSet matched(DataSet part) {
    return sameClasses(part) && !part.classNames().equals(before.classNames())
        ? new MatchedDataSet(part, before.classNames())
        : part;
  }

  /**
   * What changed, such as "The data set d36 has 3 classes now (2 when the run began): cow is new;
   * it holds 120 pictures to learn from now (100 when the run began)." Empty where nothing did.
   */
  public Optional<String> change() {
    List<String> changes = new ArrayList<>();
    shape().ifPresent(changes::add);
    classes().ifPresent(changes::add);
    pictures(changes.isEmpty()).ifPresent(changes::add);
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of("The data set " + set.name() + " " + String.join("; it ", changes) + ".");
  }

  private Optional<String> shape() {
    ImageShape now = set.shape();
    List<String> changes = new ArrayList<>();
    if (now.channels() != before.shape().channels()) {
      changes.add("is " + colour(now) + " now (was " + colour(before.shape()) + ")");
    }
    if (now.height() != before.shape().height() || now.width() != before.shape().width()) {
      changes.add("is " + size(now) + " now (was " + size(before.shape()) + ")");
    }
    return changes.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", changes));
  }

  private static String colour(ImageShape shape) {
    return shape.channels() == 1 ? "grey" : "in colour";
  }

  private static String size(ImageShape shape) {
    return shape.width() + "x" + shape.height() + " pixels";
  }

  private Optional<String> classes() {
    List<String> was = before.classNames();
    List<String> is = set.classNames();
    if (is.equals(was)) {
      return Optional.empty();
    }
    if (lacksOnlyEmpty(set)) {
      List<String> empty = was.stream().filter(each -> !is.contains(each)).toList();
      return Optional.of(
          "has no picture of "
              + named(empty)
              + ", which "
              + (empty.size() == 1 ? "counted as a class " : "counted as classes ")
              + when
              + "; the other classes keep their numbers");
    }
    if (sameClasses()) {
      return Optional.of(
          "numbers its classes otherwise now ("
              + named(is)
              + "; "
              + named(was)
              + " "
              + when
              + "), so they are matched by their names");
    }
    String numbers =
        is.size() == was.size()
            ? "has other classes now than " + when
            : "has "
                + (is.isEmpty() ? "no" : grouped(is.size()))
                + (is.size() == 1 ? " class" : " classes")
                + " now ("
                + (was.isEmpty() ? "none" : grouped(was.size()))
                + " "
                + when
                + ")";
    List<String> fresh = is.stream().filter(each -> !was.contains(each)).toList();
    List<String> gone = was.stream().filter(each -> !is.contains(each)).toList();
    return Optional.of(
        numbers
            + ": "
            + String.join(
                ", ",
                Stream.of(count(gone, "gone"), count(fresh, "new"))
                    .flatMap(Optional::stream)
                    .toList()));
  }

  private static Optional<String> count(List<String> names, String what) {
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(named(names) + (names.size() == 1 ? " is " : " are ") + what);
  }

  private static String named(List<String> names) {
    if (names.size() > NAMED) {
      return String.join(", ", names.subList(0, NAMED - 1))
          + " and "
          + grouped(names.size() - NAMED + 1)
          + " more";
    }
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }

  /** The digest covers names and shape too, so it says something of its own only without them. */
  private Optional<String> pictures(boolean alone) {
    if (set.size() != before.count()) {
      return Optional.of(
          "holds "
              + grouped(set.size())
              + (set.size() == 1 ? " picture" : " pictures")
              + " to learn from now ("
              + grouped(before.count())
              + " "
              + when
              + ")");
    }
    return alone && !set.fingerprint().equals(before.digest())
        ? Optional.of(
            "holds the same number of pictures as " + when + ", but other pixels or labels")
        : Optional.empty();
  }

  private static String grouped(int number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
