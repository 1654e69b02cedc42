package studio.saddlepoint.metrics.metric;

import java.util.Optional;

/**
 * The images of a measurement, by what metrics set themselves to.
 *
 * @param samples number of generated images
 * @param least the smaller number of both sides' images, as far as they are known
 * @param heldOut what the held-out images are called: {@code 512 of test}; empty where there are
 *     none
 */
public record ComparedImages(int samples, int least, Optional<String> heldOut) {}
