package studio.saddlepoint.latent.direction;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import studio.saddlepoint.core.StudioException;

/** How a direction is found. */
public enum DirectionMethod {
  /** From the first weights (Shen and Zhou 2021), see {@link ClosedFormFactorization}. */
  SEFA(false),
  /**
   * From samples of w or of activations (Härkönen et al. 2020), see {@link PrincipalDirections}.
   */
  PCA(false),
  /** By ascending a judge's number for an attribute, see {@link AttributeAscent}. */
  CLASSIFIER(true),
  /** Between the means of judged codes, see {@link MeanDifference}. */
  MEANS(true),
  /** Across the plane that parts judged codes, see {@link LogisticNormal}. */
  LOGISTIC(true);

  private final boolean ofAttribute;

  DirectionMethod(boolean ofAttribute) {
    this.ofAttribute = ofAttribute;
  }

  /** Its name in files and on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is asked for an attribute, which a judge must tell; others find what there is. */
  public boolean ofAttribute() {
    return ofAttribute;
  }

  /**
   * By its name.
   *
   * @throws StudioException if there is none of this name
   */
  public static DirectionMethod of(String id) {
    return Arrays.stream(values())
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new StudioException(
                    "\""
                        + id
                        + "\" is no way to find directions: choose "
                        + Arrays.stream(values())
                            .map(DirectionMethod::id)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
