package studio.saddlepoint.run;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.core.StudioException;

/** The sample sheets of a run, as PNG files. */
final class Sheets {
    /** No sheet is larger: 256 samples of 1024 x 1024 pixels. */
    private static final long MOST_PIXELS = 1L << 28;

    private Sheets() {}

    /**
     * Saves a sheet.
     *
     * @param run the run folder
     * @param step steps done
     * @return the file, relative to the run folder, with {@code /}
     * @throws StudioException if it cannot be written
     */
    static String save(Path run, AtomicFile disk, long step, Picture picture) {
        String name = String.format(Locale.ROOT, "%s/step-%010d.png", RunFolder.SAMPLES, step);
        Path file = run.resolve(name);
        try {
            Path folder = run.resolve(RunFolder.SAMPLES);
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder);
            }
            disk.write(file, Pngs.encode(picture));
            return name;
        } catch (IOException e) {
            throw Trouble.writing(run, file, "", e);
        }
    }

    /**
     * Loads a sheet.
     *
     * @param run the run folder
     * @param file as {@link #save} returned it
     * @throws StudioException if it is gone, damaged, or not in the run folder
     */
    static Picture load(Path run, String file) {
        Path resolved = run.resolve(file).normalize();
        if (!resolved.startsWith(run)) {
            throw new StudioException(file + " is not in the run folder " + run + ".");
        }
        return read(resolved);
    }

    /**
     * Reads a PNG file.
     *
     * @throws StudioException if it is gone or damaged; names it
     */
    private static Picture read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw Trouble.reading(file, e);
        }
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new StudioException(file + " is too large for a sample sheet.");
                }
                return picture(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new StudioException(
                    file + " is not a whole PNG picture: this sheet cannot be shown. Delete it.",
                    e);
        }
    }

    private static Picture picture(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] argb = image.getRGB(0, 0, width, height, new int[width * height], 0, width);
        for (int i = 0; i < argb.length; i++) {
            argb[i] |= 0xFF000000;
        }
        return new Picture(width, height, argb);
    }
}
