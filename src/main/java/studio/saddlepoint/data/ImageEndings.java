package studio.saddlepoint.data;

import java.util.Set;

/** By what the name of a file ends: whether it is taken for an image. */
final class ImageEndings {
    /** What is read, in words. */
    static final String KINDS = "PNG, JPEG, WebP, GIF, BMP, TIFF or PPM/PGM/PBM";

    private static final Set<String> READ =
            Set.of(
                    "png", "jpg", "jpeg", "webp", "gif", "bmp", "tif", "tiff", "ppm", "pgm", "pbm",
                    "pnm");
    private static final Set<String> NOT_READ = Set.of("heic", "heif", "avif", "jxl", "jp2");

    private ImageEndings() {}

    /**
     * Whether files of this ending are read. What they hold is found out by their first bytes.
     *
     * @param ending in small letters, without a dot
     */
    static boolean isRead(String ending) {
        return READ.contains(ending);
    }

    /** Whether files of this ending are images, but of a kind that is not read. */
    static boolean isUnread(String ending) {
        return NOT_READ.contains(ending);
    }

    /** What to tell of a file whose ending is not read. */
    static DataProblem unread(String file) {
        return new DataProblem(file, "is of a kind that is not read: make it a PNG file");
    }
}
