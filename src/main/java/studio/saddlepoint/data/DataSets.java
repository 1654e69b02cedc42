package studio.saddlepoint.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;

/** Opens data sets by name or path. */
public final class DataSets {
    private DataSets() {}

    /**
     * Opens a data set; the first time its images are prepared, later they are mapped into memory.
     *
     * @param source "strokes" or "shapes"
     * @param size height and width of the images, 32 or 64
     * @param split which part
     * @param cacheFolder where prepared images are kept
     * @param progress told how far the preparation is
     * @throws StudioException if the source cannot be used
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static DataSet open(
            String source, int size, Split split, Path cacheFolder, Progress progress) {
        if (size != 32 && size != 64) {
            throw new StudioException(
                    "Images can be 32 or 64 pixels wide, not %d. Choose one of these sizes."
                            .formatted(size));
        }
        return switch (source.trim().toLowerCase(Locale.ROOT)) {
            case "strokes" ->
                    new PackedDataSet(
                            generated(
                                    "strokes",
                                    size,
                                    StrokesContent.VERSION,
                                    () -> new StrokesContent(size),
                                    cacheFolder,
                                    progress),
                            split);
            case "shapes" ->
                    new ShapesDataSet(
                            generated(
                                    "shapes",
                                    size,
                                    ShapesContent.VERSION,
                                    () -> new ShapesContent(size),
                                    cacheFolder,
                                    progress),
                            split);
            default ->
                    throw new StudioException(
                            "There is no data set \"%s\". Choose \"strokes\" or \"shapes\"."
                                    .formatted(source));
        };
    }

    private static Pack generated(
            String name,
            int size,
            String version,
            Supplier<PackContent> content,
            Path cacheFolder,
            Progress progress) {
        return new PackCache(cacheFolder).open(name + "-" + size, version, content, progress);
    }
}
