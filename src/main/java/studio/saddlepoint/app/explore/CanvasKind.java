package studio.saddlepoint.app.explore;

/** What the explorer's canvas shows. */
enum CanvasKind {
  /** The picture at the place on the path. */
  PICTURE("picture"),
  /** A sheet of independent samples. */
  SAMPLES("samples"),
  /** A grid of mixed styles. */
  MIXING("mixing");

  private final String id;

  CanvasKind(String id) {
    this.id = id;
  }

  /** Its name in keys of texts and in names of files. */
  String id() {
    return id;
  }
}
