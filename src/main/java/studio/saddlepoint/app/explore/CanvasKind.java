package studio.saddlepoint.app.explore;

import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.explore.ExploreEngine.Subject;

/** What the explorer's canvas shows. */
enum CanvasKind {
  /** The picture at the place on the path. */
  PICTURE("picture"),
  /** A sheet of independent samples. */
  SAMPLES("samples"),
  /** A grid of mixed styles. */
  MIXING("mixing"),
  /** A plane through latent space. */
  PLANE("plane"),
  /** Truncation against seed. */
  TRUNCATION("truncation"),
  /** All classes of one code. */
  CLASSES("classes");

  private final String id;

  CanvasKind(String id) {
    this.id = id;
  }

  /** Whether {@link GridPart} draws it. */
  boolean gridded() {
    return this == PLANE || this == TRUNCATION || this == CLASSES;
  }

  /** Whether a generator has it. */
  boolean offered(@Nullable Subject subject) {
    return switch (this) {
      case MIXING -> subject != null && subject.mixes();
      case CLASSES -> subject != null && !subject.latent().classNames().isEmpty();
      default -> true;
    };
  }

  /** Its name in keys of texts and in names of files. */
  String id() {
    return id;
  }
}
