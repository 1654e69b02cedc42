package studio.saddlepoint.metrics.image;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.saddlepoint.data.ImageFolder;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.SizeCount;
import studio.saddlepoint.metrics.extractor.AnySize;
import studio.saddlepoint.metrics.extractor.BicubicResize;
import studio.saddlepoint.metrics.extractor.ColourPlanes;
import studio.saddlepoint.metrics.extractor.Extracted;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;

/**
 * Images of a folder. Where they are of several sizes, an extractor that takes any size sees each
 * as it is; to be shown, all get the most frequent size.
 */
public final class FolderImages implements ImageSource {
    private static final int SIZES_NAMED = 4;

    private final ImageFolder folder;
    private final int[] order;
    private final ImageShape shape;

    /**
     * Images of an open folder.
     *
     * @param folder the folder
     * @param grey whether one channel will do; only where {@link ImageFolder#isGrey}
     * @param count how many; all in their order, or fewer drawn at random, always the same
     */
    public FolderImages(ImageFolder folder, boolean grey, int count) {
        this.folder = folder;
        this.order =
                count == folder.count()
                        ? IntStream.range(0, count).toArray()
                        : ReferenceImages.choose(folder.count(), count);
        SizeCount size = folder.sizes().get(0);
        this.shape = new ImageShape(grey ? 1 : ColourPlanes.COLOURS, size.height(), size.width());
    }

    /** Whether all images are of one size. */
    public boolean ofOneSize() {
        return folder.sizes().size() == 1;
    }

    /** The sizes for a person: {@code 32x32 (90), 48x40 (3)}. */
    public String sizes() {
        String named =
                folder.sizes().stream()
                        .limit(SIZES_NAMED)
                        .map(s -> "%dx%d (%,d)".formatted(s.width(), s.height(), s.images()))
                        .collect(Collectors.joining(", "));
        return named + (folder.sizes().size() > SIZES_NAMED ? ", ..." : "");
    }

    @Override
    public ImageShape shape() {
        return shape;
    }

    @Override
    public float[] images(int from, int count) {
        byte[] bytes = bytes(from, count);
        float[] pixels = new float[bytes.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (bytes[i] & 0xff) / 127.5f - 1;
        }
        return pixels;
    }

    @Override
    public byte[] bytes(int from, int count) {
        byte[] bytes = new byte[count * shape.pixels()];
        IntStream.range(0, count)
                .parallel()
                .forEach(i -> copy(from + i, bytes, i * shape.pixels()));
        return bytes;
    }

    private void copy(int index, byte[] target, int offset) {
        byte[] pixels = folder.pixels(order[index]);
        ImageShape own = folder.shape(order[index]);
        if (own.height() == shape.height() && own.width() == shape.width()) {
            System.arraycopy(pixels, 0, target, offset, shape.pixels());
            return;
        }
        int plane = shape.height() * shape.width();
        float[] scaled = new float[plane];
        BicubicResize resize =
                new BicubicResize(own.width(), own.height(), shape.width(), shape.height());
        for (int c = 0; c < shape.channels(); c++) {
            resize.plane(plane(pixels, c, own), 0, scaled, 0);
            for (int p = 0; p < plane; p++) {
                target[offset + c * plane + p] = (byte) Math.round(scaled[p]);
            }
        }
    }

    private static float[] plane(byte[] pixels, int channel, ImageShape shape) {
        float[] plane = new float[shape.height() * shape.width()];
        for (int p = 0; p < plane.length; p++) {
            plane[p] = pixels[channel * plane.length + p] & 0xff;
        }
        return plane;
    }

    @Override
    public Extracted extract(int from, int count, FeatureExtractor extractor) {
        if (!(extractor instanceof AnySize any)) {
            return extractor.extract(bytes(from, count));
        }
        float[] features = new float[count * extractor.dimension()];
        int classes = extractor.classNames().size();
        float[] logits = new float[count * classes];
        int done = 0;
        while (done < count) {
            ImageShape same = folder.shape(order[from + done]);
            int end = done + 1;
            while (end < count && folder.shape(order[from + end]).equals(same)) {
                end++;
            }
            Extracted seen = any.extract(asStored(from + done, end - done), same);
            System.arraycopy(
                    seen.features(), 0, features, done * any.dimension(), seen.features().length);
            System.arraycopy(seen.logits(), 0, logits, done * classes, seen.logits().length);
            done = end;
        }
        return new Extracted(features, logits);
    }

    private byte[] asStored(int from, int count) {
        int size = folder.shape(order[from]).pixels();
        byte[] pixels = new byte[count * size];
        for (int i = 0; i < count; i++) {
            System.arraycopy(folder.pixels(order[from + i]), 0, pixels, i * size, size);
        }
        return pixels;
    }
}
