package studio.saddlepoint.data;

/** The source of a data set's images. Kept by number in caches: new ones come last. */
public enum DataKind {
  /** Drawn by the program. */
  GENERATED("generated"),
  /** Files of the MNIST family. */
  IDX("IDX"),
  /** Binary batches of CIFAR-10. */
  CIFAR10("CIFAR-10 binary"),
  /** A folder of images. */
  FOLDER("folder"),
  /** Pickled batches of CIFAR-10. */
  CIFAR10_PYTHON("CIFAR-10 Python"),
  /** Binary files of CIFAR-100. */
  CIFAR100("CIFAR-100 binary"),
  /** Pickled files of CIFAR-100. */
  CIFAR100_PYTHON("CIFAR-100 Python"),
  /** An archive of images, such as a zip. */
  ARCHIVE("archive");

  private final String title;

  DataKind(String title) {
    this.title = title;
  }

  /** The kind's name for a person. */
  public String title() {
    return title;
  }
}
