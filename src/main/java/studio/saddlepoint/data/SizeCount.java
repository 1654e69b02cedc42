package studio.saddlepoint.data;

/**
 * A number of images that had one size before they were scaled.
 *
 * @param width columns
 * @param height rows
 * @param images how many
 */
public record SizeCount(int width, int height, int images) {}
