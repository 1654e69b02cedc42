package studio.saddlepoint.lab.microscope;

import java.util.List;
import studio.saddlepoint.core.Picture;

/**
 * Pictures of the same codes by the running statistics of batch norm, as outside training, and by
 * those of the batch, as in training.
 *
 * @param running one for each code
 * @param batch one for each code
 * @param difference mean difference of a pixel, of 255 levels
 */
public record NormSheets(List<Picture> running, List<Picture> batch, double difference) {}
