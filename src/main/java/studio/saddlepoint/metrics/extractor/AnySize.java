package studio.saddlepoint.metrics.extractor;

import studio.saddlepoint.data.ImageShape;

/** An extractor that takes images of any size, each by itself. */
public interface AnySize extends FeatureExtractor {
  /**
   * Computes features and logits of images of one shape.
   *
   * @param pixels images {@code (N, C, H, W)}, unsigned bytes; its length decides N
   * @param shape of these images
   * @throws studio.saddlepoint.core.StudioException if they cannot be computed
   */
  Extracted extract(byte[] pixels, ImageShape shape);
}
