package studio.saddlepoint.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A data set's images, ready to be learnt from.
 *
 * @param file where they are kept; empty where the cache cannot be written to
 * @param format number of the file's format
 * @param bytes the file's size
 * @param shape shape of each image
 * @param fingerprint digest of all pixels, labels and class names, as the split to learn from has
 *     it: {@link DataSet#fingerprint()}
 */
public record PreparedImages(
    Optional<Path> file, int format, long bytes, ImageShape shape, String fingerprint) {}
