package studio.saddlepoint.data;

/**
 * The number of images of a class.
 *
 * @param name the class
 * @param train images to learn from
 * @param test images held back
 */
public record ClassCount(String name, int train, int test) {}
