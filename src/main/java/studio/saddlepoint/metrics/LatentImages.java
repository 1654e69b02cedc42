package studio.saddlepoint.metrics;

/** Images of latent codes that may be chosen. */
interface LatentImages extends ImageSource {
    /**
     * Draws codes as those of the images are drawn.
     *
     * @return {@code (N, Z)}
     */
    float[][] draw(int count, long seed);

    /**
     * Draws classes as those of the images are drawn.
     *
     * @return {@code (N)}; zeros where there are no classes
     */
    int[] drawLabels(int count, long seed);

    /**
     * Makes images of codes.
     *
     * @param codes {@code (N, Z)}
     * @param labels {@code (N)}
     * @return {@code (N, C, H, W)}, nominally -1 to 1
     */
    float[] synthesize(float[][] codes, int[] labels);
}
