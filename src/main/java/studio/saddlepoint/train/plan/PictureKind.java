package studio.saddlepoint.train.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.data.DataKind;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.recipe.LettersAndDigits;

/** The kinds of pictures that want different recipes. */
public enum PictureKind {
  /** Letters or digits: few strokes, left and right are not the same. */
  GLYPHS("letters or digits"),
  /** Other grey pictures, such as clothes. */
  GREY("grey pictures"),
  /** Plain coloured shapes on an even ground. */
  DRAWINGS("simple coloured drawings"),
  /** All other coloured pictures. */
  PHOTOS("coloured pictures such as photos");

  private static final String SHAPES = "shapes";

  private final String title;

  PictureKind(String title) {
    this.title = title;
  }

  /** What a person calls such pictures. */
  public String title() {
    return title;
  }

  /** Its name in the tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By its name in the tables. */
  static Optional<PictureKind> of(String id) {
    return Stream.of(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  /** The kind that a data set seems to have: by its name, else by its colours. */
  static PictureKind of(String source, DataSummary summary) {
    if (LettersAndDigits.named(source)) {
      return GLYPHS;
    }
    if (source.strip().equalsIgnoreCase(SHAPES)) {
      return DRAWINGS;
    }
    return summary.channels() == 1 ? GREY : PHOTOS;
  }

  /** Whether that is known, and not only what its colours suggest. */
  static boolean known(String source, DataSummary summary) {
    String name = PathNames.spelt(source).map(PathNames::of).orElse(source);
    return LettersAndDigits.named(source)
        || summary.kind() != DataKind.FOLDER
            && summary.kind() != DataKind.ARCHIVE
            && summary.kind() != DataKind.IDX
        || name.equalsIgnoreCase("Fashion-MNIST");
  }
}
