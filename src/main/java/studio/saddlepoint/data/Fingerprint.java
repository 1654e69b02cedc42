package studio.saddlepoint.data;

import java.util.List;

/**
 * The marks by which a data set is known again, and by which it can be told what became of it.
 *
 * @param classNames the classes' names by label; empty where unlabelled
 * @param count number of images to learn from
 * @param shape shape of each image
 * @param digest of all pixels, labels and class names: {@link DataSet#fingerprint()}
 */
public record Fingerprint(List<String> classNames, int count, ImageShape shape, String digest) {
  /** Copies the names. */
  public Fingerprint {
    classNames = List.copyOf(classNames);
  }

  /**
   * The marks of a data set; costs nothing, since the digest is made when images are made ready.
   *
   * @param train the split to learn from
   */
  public static Fingerprint of(DataSet train) {
    return new Fingerprint(train.classNames(), train.size(), train.shape(), train.fingerprint());
  }

  /** The same with other names of classes. */
  public Fingerprint withClassNames(List<String> names) {
    return new Fingerprint(names, count, shape, digest);
  }

  /** The same with another number of channels, 1 for grey or 3 for colour. */
  public Fingerprint withChannels(int channels) {
    return new Fingerprint(
        classNames, count, new ImageShape(channels, shape.height(), shape.width()), digest);
  }
}
