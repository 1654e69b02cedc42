package studio.saddlepoint.latent.export;

/**
 * One sample on its way to a file.
 *
 * @param number its place among the samples, from 0
 * @param pixels unsigned bytes {@code (C, H, W)}, not to be changed
 * @param label its class; 0 where there are no classes
 * @param latentIndex which draw of the seed its code is
 */
record Sample(int number, byte[] pixels, int label, long latentIndex) {}
