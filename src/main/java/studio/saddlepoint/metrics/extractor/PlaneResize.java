package studio.saddlepoint.metrics.extractor;

/** Makes planes of pixels another size. */
interface PlaneResize {
  /**
   * Resizes a plane.
   *
   * @param source holds rows, from the top
   * @param from the plane's first place in the source
   * @param target takes rows of 0 to 255
   * @param to the plane's first place in the target
   */
  void plane(float[] source, int from, float[] target, int to);
}
