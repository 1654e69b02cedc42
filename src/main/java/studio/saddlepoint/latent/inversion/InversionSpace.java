package studio.saddlepoint.latent.inversion;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.CodeInW;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.model.WSpace;

/** The space in which a picture's code is looked for. */
public enum InversionSpace {
  /** A code z, as they are drawn: what the generator makes of itself, and nothing else. */
  Z("z"),
  /** A code w, the same in all styled layers (Karras et al. 2020, appendix D). */
  W("w"),
  /** A code w for each styled layer (Abdal et al. 2019, "Image2StyleGAN"): comes nearest. */
  W_PLUS("w+");

  private final String id;

  InversionSpace(String id) {
    this.id = id;
  }

  /** Its name in commands and files. */
  public String id() {
    return id;
  }

  /** Its name in keys of texts. */
  public String key() {
    return this == W_PLUS ? "wplus" : id;
  }

  /** The spaces that a generator has. */
  public static List<InversionSpace> of(Snapshot snapshot) {
    return Stream.of(values()).filter(each -> each.in(snapshot)).toList();
  }

  private boolean in(Snapshot snapshot) {
    return this == Z || snapshot.hasMapping() && (this == W || snapshot.w().layers() > 1);
  }

  /**
   * Refuses a generator that does not have this space.
   *
   * @throws StudioException if it does not
   */
  public void requireIn(Snapshot snapshot) {
    if (!in(snapshot)) {
      throw new StudioException(
          "This generator has no space "
              + id
              + (snapshot.hasMapping()
                  ? ": its layers have no codes of their own."
                  : ": no mapping network stands behind z.")
              + " Choose one of: "
              + of(snapshot).stream().map(InversionSpace::id).collect(Collectors.joining(", "))
              + ".");
    }
  }

  /** The space of the generator that its codes go in at. */
  Space enters() {
    return this == Z ? Space.Z : Space.W;
  }

  /** How many numbers are looked for. */
  int size(Snapshot snapshot) {
    return switch (this) {
      case Z -> snapshot.latent().size();
      case W -> snapshot.w().size();
      case W_PLUS -> snapshot.w().length();
    };
  }

  /** A code as the generator takes it: the same for all layers where it is one for all. */
  float[] expanded(float[] code, WSpace space) {
    if (this != W) {
      return code;
    }
    float[] all = new float[space.length()];
    for (int i = 0; i < all.length; i++) {
      all[i] = code[i % code.length];
    }
    return all;
  }

  /** A gradient by what the generator takes as one by the code: the sum over layers. */
  float[] gathered(float[] gradient, WSpace space) {
    if (this != W) {
      return gradient;
    }
    float[] sum = new float[space.size()];
    for (int i = 0; i < gradient.length; i++) {
      sum[i % sum.length] += gradient[i];
    }
    return sum;
  }

  /** A code that is found as a point. */
  LatentPoint point(float[] code) {
    List<Float> numbers = LatentPoint.Given.numbers(code);
    return this == Z ? new LatentPoint.Given(numbers) : new CodeInW(numbers);
  }

  /**
   * The space of a name.
   *
   * @throws StudioException if there is none
   */
  public static InversionSpace parse(String id) {
    return Arrays.stream(values())
        .filter(each -> each.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new StudioException(
                    "The space is \""
                        + id
                        + "\": it must be one of "
                        + Stream.of(values())
                            .map(InversionSpace::id)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
