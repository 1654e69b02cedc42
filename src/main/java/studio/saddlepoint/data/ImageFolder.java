package studio.saddlepoint.data;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;

/**
 * The images of a folder and all below it, in the order of their names: as they are, or the middle
 * square of each scaled to one size. Every image is decoded once when the folder is opened, so that
 * broken ones are known beforehand; as many as fit stay in memory. Colours are as stored, without
 * transparency, as Python's {@code Image.open(file).convert("RGB")} gives them.
 */
public final class ImageFolder {
    private static final int AT_ONCE = 256;
    private static final int COLOURS = 3;

    /**
     * Share of the memory that decoded images may take: two folders and the features of both must
     * fit.
     */
    private static final int MEMORY_SHARE = 8;

    /** An image that can be used; its pixels where they are kept. */
    private record Item(String name, ImageShape shape, byte @Nullable [] pixels) {}

    /** An image as it was decoded, or why it cannot be. */
    private record Outcome(
            @Nullable DataProblem problem,
            @Nullable WholeImage image,
            byte[] digest,
            boolean grey) {}

    private final Path folder;
    private final OptionalInt size;
    private final List<Item> items = new ArrayList<>();
    private final List<DataProblem> problems = new ArrayList<>();
    private final MessageDigest digest = PackBuilder.sha256();
    private final String fingerprint;
    private boolean grey = true;

    private ImageFolder(Path folder, OptionalInt size, Progress progress) {
        this.folder = folder;
        this.size = size;
        Listing listing = Listing.of(folder, progress);
        problems.addAll(listing.problems());
        List<String> names = new ArrayList<>();
        for (Listing.Entry file : listing.files()) {
            if (ImageEndings.isRead(file.extension())) {
                names.add(file.name());
            } else if (ImageEndings.isUnread(file.extension())) {
                problems.add(ImageEndings.unread(file.name()));
            }
        }
        decode(names, progress);
        this.fingerprint = "folder-" + HexFormat.of().formatHex(digest.digest(), 0, 12);
        if (items.isEmpty()) {
            throw new StudioException(
                    problems.isEmpty()
                            ? "The folder %s holds no images. Choose one with %s files."
                                    .formatted(folder, ImageEndings.KINDS)
                            : "None of the images in %s can be used. The first of %d: %s %s."
                                    .formatted(
                                            folder,
                                            problems.size(),
                                            problems.get(0).file(),
                                            problems.get(0).reason()));
        }
    }

    /**
     * Opens a folder.
     *
     * @param folder where the images are
     * @param size width and height to scale the middle squares to; empty for images as they are
     * @param progress told how far it is
     * @throws StudioException if there is no folder, or no image in it that can be used
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static ImageFolder open(Path folder, OptionalInt size, Progress progress) {
        if (!Files.isDirectory(folder)) {
            throw new StudioException(
                    Files.exists(folder)
                            ? "%s is a file. Choose the folder that holds the images."
                                    .formatted(folder)
                            : "There is no folder %s. Check the path.".formatted(folder));
        }
        return new ImageFolder(folder, size, progress);
    }

    private void decode(List<String> names, Progress progress) {
        String stage = "Reading " + name();
        long room = Runtime.getRuntime().maxMemory() / MEMORY_SHARE;
        for (int from = 0; from < names.size(); from += AT_ONCE) {
            progress.checkCancelled();
            progress.report(stage, (double) from / names.size());
            int first = from;
            List<Outcome> outcomes =
                    IntStream.range(first, Math.min(names.size(), first + AT_ONCE))
                            .parallel()
                            .mapToObj(i -> outcome(names.get(i)))
                            .toList();
            for (int i = 0; i < outcomes.size(); i++) {
                Outcome outcome = outcomes.get(i);
                if (outcome.problem() != null) {
                    problems.add(outcome.problem());
                } else if (outcome.image() != null) {
                    byte[] pixels = outcome.image().pixels();
                    room -= pixels.length;
                    grey = grey && outcome.grey();
                    digest.update(outcome.digest());
                    items.add(
                            new Item(
                                    names.get(first + i),
                                    outcome.image().shape(),
                                    room >= 0 ? pixels : null));
                }
            }
        }
        progress.report(stage, 1);
    }

    private Outcome outcome(String name) {
        try {
            WholeImage image = image(name);
            MessageDigest own = PackBuilder.sha256();
            ByteBuffer sides = ByteBuffer.allocate(2 * Integer.BYTES);
            own.update(sides.putInt(image.shape().height()).putInt(image.shape().width()).flip());
            return new Outcome(null, image, own.digest(image.pixels()), image.isGrey());
        } catch (ImageDecoder.UnusableImageException e) {
            return new Outcome(
                    new DataProblem(name, String.valueOf(e.getMessage())),
                    null,
                    new byte[0],
                    false);
        }
    }

    private WholeImage image(String name) throws ImageDecoder.UnusableImageException {
        Path file = folder.resolve(name);
        if (size.isEmpty()) {
            return WholeImage.read(file);
        }
        int side = size.getAsInt();
        ImageShape shape = new ImageShape(COLOURS, side, side);
        byte[] pixels = new byte[shape.pixels()];
        new ImageDecoder(side).decode(file, pixels, 0);
        return new WholeImage(shape, pixels);
    }

    /** Where the images are. */
    public Path path() {
        return folder;
    }

    /** Its name, also where the path is only a dot. */
    public String name() {
        return Listing.nameOf(folder);
    }

    /** Number of images that can be used. */
    public int count() {
        return items.size();
    }

    /** An image's file, relative to the folder, with slashes. */
    public String name(int index) {
        return items.get(index).name();
    }

    /** The shape of an image, always of three channels. */
    public ImageShape shape(int index) {
        return items.get(index).shape();
    }

    /** The sizes that occur, the most frequent first. */
    public List<SizeCount> sizes() {
        Map<List<Integer>, Integer> counts = new TreeMap<>(Comparator.comparing(List::toString));
        for (Item item : items) {
            counts.merge(List.of(item.shape.width(), item.shape.height()), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(
                        each ->
                                new SizeCount(
                                        each.getKey().get(0),
                                        each.getKey().get(1),
                                        each.getValue()))
                .sorted(Comparator.comparingInt(SizeCount::images).reversed())
                .collect(Collectors.toList());
    }

    /** Whether all images are grey. */
    public boolean isGrey() {
        return grey;
    }

    /**
     * The same for the same images in the same order only, wherever they lie; safe as part of a
     * file name.
     */
    public String fingerprint() {
        return fingerprint;
    }

    /** Files that were left out, and why. */
    public List<DataProblem> problems() {
        return List.copyOf(problems);
    }

    /**
     * An image's pixels, unsigned bytes in the order (3, H, W). Not to be changed.
     *
     * @throws StudioException if the file has changed since the folder was opened
     */
    public byte[] pixels(int index) {
        Item item = items.get(index);
        if (item.pixels() != null) {
            return item.pixels();
        }
        try {
            WholeImage image = image(item.name());
            if (image.shape().equals(item.shape())) {
                return image.pixels();
            }
        } catch (ImageDecoder.UnusableImageException e) {
            throw changed(item, e);
        }
        throw changed(item, null);
    }

    private StudioException changed(Item item, @Nullable Exception cause) {
        return new StudioException(
                "%s has changed while the folder was looked at. Wait until nothing writes there any more, and try again."
                        .formatted(folder.resolve(item.name())),
                cause == null ? new IllegalStateException("another shape") : cause);
    }
}
