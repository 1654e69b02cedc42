package studio.saddlepoint.data;

/**
 * How many images had a size before they were scaled.
 *
 * @param width columns
 * @param height rows
 * @param images how many
 */
public record SizeCount(int width, int height, int images) {}
