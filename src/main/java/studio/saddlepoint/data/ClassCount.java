package studio.saddlepoint.data;

/**
 * How many images a class has.
 *
 * @param name the class
 * @param train images to learn from
 * @param test images held back
 */
public record ClassCount(String name, int train, int test) {}
