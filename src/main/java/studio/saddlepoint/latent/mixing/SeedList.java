package studio.saddlepoint.latent.mixing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import studio.saddlepoint.core.StudioException;

/**
 * Seeds of latent codes in an order, such as {@code 1-5} or {@code 3, 7, 12}.
 *
 * @param seeds at least one
 */
public record SeedList(List<Long> seeds) {
  private static final Pattern PART = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18}))?");

  /** So many seeds that follow each other are written as a range. */
  private static final int LEAST_RANGE = 3;

  /** Copies them. */
  public SeedList {
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty()) {
      throw new StudioException("There is no seed: name one or more, such as 1-5 or 3, 7, 12.");
    }
  }

  /** From one seed to another, both among them. */
  public static SeedList range(long from, long to) {
    return new SeedList(LongStream.rangeClosed(from, to).boxed().toList());
  }

  /**
   * Reads seeds and ranges of them, with commas between.
   *
   * @param most how many there may be
   * @throws StudioException if it is something else, or names too many
   */
  public static SeedList parse(String text, int most) {
    List<Long> seeds = new ArrayList<>();
    for (String part : text.strip().replaceAll("\\s*-\\s*", "-").split("\\s*,\\s*|\\s+", -1)) {
      Matcher matcher = PART.matcher(part);
      if (!matcher.matches()) {
        throw new StudioException(
            "\"" + text + "\" are no seeds: write whole numbers, such as 1-5 or 3, 7, 12.");
      }
      long from = Long.parseLong(matcher.group(1));
      long to = matcher.group(2) == null ? from : Long.parseLong(matcher.group(2));
      long step = to < from ? -1 : 1;
      if (seeds.size() + Math.abs(to - from) >= most) {
        throw new StudioException(
            "\""
                + text
                + "\" are too many seeds: name "
                + most
                + " at most, such as 1-"
                + most
                + ".");
      }
      for (long seed = from; seed != to + step; seed += step) {
        seeds.add(seed);
      }
    }
    return new SeedList(seeds);
  }

  /** How many there are. */
  public int count() {
    return seeds.size();
  }

  /** In the form that {@link #parse} reads. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < seeds.size(); ) {
      int end = i;
      while (end + 1 < seeds.size() && seeds.get(end + 1) == seeds.get(end) + 1) {
        end++;
      }
      if (end - i + 1 < LEAST_RANGE) {
        end = i;
      }
      parts.add(seeds.get(i) + (end > i ? "-" + seeds.get(end) : ""));
      i = end + 1;
    }
    return String.join(", ", parts);
  }
}
