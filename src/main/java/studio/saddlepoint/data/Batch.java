package studio.saddlepoint.data;

/**
 * Images for one move.
 *
 * @param first number of the first image in the training, from 0
 * @param images their indices in the data set {@code (N)}
 * @param pixels images {@code (N, C, H, W)}, -1 to 1
 * @param labels classes {@code (N)}, -1 where unlabelled
 */
public record Batch(long first, int[] images, float[] pixels, int[] labels) {}
