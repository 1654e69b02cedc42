package studio.saddlepoint.lab.microscope;

/**
 * A small picture of weights.
 *
 * @param width of it
 * @param height of it
 * @param channels 1, or 3 for red, green and blue
 * @param values (channels, height, width), of any sign; not to be changed
 */
public record Tile(int width, int height, int channels, float[] values) {}
