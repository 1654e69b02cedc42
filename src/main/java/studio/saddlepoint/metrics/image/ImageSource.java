package studio.saddlepoint.metrics.image;

import studio.saddlepoint.core.Picture;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.latent.Quantizer;
import studio.saddlepoint.metrics.extractor.AnySize;
import studio.saddlepoint.metrics.extractor.Extracted;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;

/** A source of images; the same seed gives the same images. */
public interface ImageSource {
  /** Shape of each image. */
  ImageShape shape();

  /**
   * Gives images, independent of how they are divided into calls.
   *
   * @param from index of the first, from 0
   * @param count how many, N
   * @return {@code (N, C, H, W)}, nominally -1 to 1
   */
  float[] images(int from, int count);

  /**
   * The same images as they would be stored.
   *
   * @param from index of the first, from 0
   * @param count how many, N
   * @return {@code (N, C, H, W)}, unsigned bytes
   * @throws studio.saddlepoint.core.StudioException if a pixel is not a number
   */
  default byte[] bytes(int from, int count) {
    return Quantizer.bytes(images(from, count));
  }

  /** What an image is called: the name of its file, or its number from 0. */
  default String name(int index) {
    return Integer.toString(index);
  }

  /** The class of an image; 0 where it is not known. */
  default int label(int index) {
    return 0;
  }

  /** One image, to be shown. */
  default Picture picture(int index) {
    return PictureConversion.of(images(index, 1), 0, shape());
  }

  /**
   * What an extractor sees in these images. Images that are stored in other sizes than {@link
   * #shape} are shown as they are to an extractor that takes any.
   *
   * @param from index of the first, from 0
   * @param count how many, N
   * @param extractor what looks at them
   * @throws studio.saddlepoint.core.StudioException if it cannot
   */
  default Extracted extract(int from, int count, FeatureExtractor extractor) {
    return extractor instanceof AnySize any
        ? any.extract(bytes(from, count), shape())
        : extractor.extract(bytes(from, count));
  }
}
