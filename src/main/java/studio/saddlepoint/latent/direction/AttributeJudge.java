package studio.saddlepoint.latent.direction;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.saddlepoint.core.StudioException;

/** What tells attributes of pictures, by numbers that carry gradients. */
public interface AttributeJudge {
  /** Its name for a person, such as "judge 1 of Shapes". */
  String name();

  /** What it tells, in the order of its numbers. */
  List<Attribute> attributes();

  /**
   * Judges pictures.
   *
   * @param pixels (N, C, H, W) in -1..1
   * @return (N, K): a number for each attribute; those of classes sum to zero for each picture
   */
  NDArray judge(NDArray pixels);

  /**
   * Judges pictures without gradients.
   *
   * @param pixels (N, C, H, W) in -1..1
   * @param count N
   * @return (N, K), as {@link #judge(NDArray)}
   */
  double[][] judge(float[] pixels, int count);

  /**
   * The place of an attribute among its numbers.
   *
   * @param name whatever the case of its letters
   * @throws StudioException if it tells no such attribute
   */
  default int place(String name) {
    return IntStream.range(0, attributes().size())
        .filter(k -> attributes().get(k).name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new StudioException(
                    "Nothing here is called \""
                        + name
                        + "\". There are: "
                        + attributes().stream()
                            .map(Attribute::name)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
