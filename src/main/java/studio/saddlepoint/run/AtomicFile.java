package studio.saddlepoint.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes files that are either whole or not there: under a name of its own, so that several may
 * write the same file at once, flushed to the disk, then renamed; then the folder is flushed too.
 *
 * @param opener opens the file that is renamed later; tests put a full disk here
 */
public record AtomicFile(Opener opener) {
    /** On the real disk. */
    public static final AtomicFile ON_DISK =
            new AtomicFile(
                    file ->
                            FileChannel.open(
                                    file,
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.TRUNCATE_EXISTING,
                                    StandardOpenOption.WRITE));

    private static final String ENDING = ".tmp";

    /** Opens a file for writing. */
    public interface Opener {
        /**
         * Opens a file.
         *
         * @param file to make, or to empty if it is there
         * @throws IOException if that fails
         */
        WritableByteChannel open(Path file) throws IOException;
    }

    /** Writes a file's content. */
    public interface Content {
        /**
         * Writes all of it.
         *
         * @param channel stays open
         * @throws IOException if that fails
         */
        void writeTo(WritableByteChannel channel) throws IOException;
    }

    /**
     * Writes or replaces a text, in UTF-8.
     *
     * @throws IOException if that fails at any point; what was there before stays
     */
    public void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes or replaces bytes.
     *
     * @throws IOException if that fails at any point; what was there before stays
     */
    public void write(Path file, byte[] bytes) throws IOException {
        write(
                file,
                channel -> {
                    ByteBuffer buffer = ByteBuffer.wrap(bytes);
                    while (buffer.hasRemaining()) {
                        channel.write(buffer);
                    }
                });
    }

    /**
     * Writes or replaces a file.
     *
     * @param file its name
     * @param content what goes into it
     * @throws IOException if that fails at any point; what was there before stays
     */
    public void write(Path file, Content content) throws IOException {
        Uninterrupted.io(() -> writeOnce(file, content));
    }

    private Path writeOnce(Path file, Content content) throws IOException {
        String own = Long.toHexString(ThreadLocalRandom.current().nextLong());
        Path temporary = file.resolveSibling("." + file.getFileName() + "." + own + ENDING);
        try {
            try (WritableByteChannel channel = opener.open(temporary)) {
                content.writeTo(channel);
                if (channel instanceof FileChannel onDisk) {
                    onDisk.force(true);
                }
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            deleteQuietly(temporary);
            throw e;
        }
        flushFolder(file);
        return file;
    }

    /** What a killed process left half written in a folder. */
    static List<Path> leftovers(Path folder) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*" + ENDING)) {
                files.forEach(found::add);
            } catch (IOException | java.nio.file.DirectoryIteratorException e) {
                // A folder that cannot be listed has nothing to clean; reading it says why.
                return found;
            }
        }
        return found;
    }

    /**
     * Deletes what processes that were killed long ago left half written in a folder.
     *
     * @param age how long ago, at least
     */
    public static void sweep(Path folder, Duration age) {
        Instant before = Instant.now().minus(age);
        for (Path file : leftovers(folder)) {
            try {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    deleteQuietly(file);
                }
            } catch (IOException e) {
                continue; // another process has just renamed or deleted it
            }
        }
    }

    static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It stays as a leftover, which is never read and cleaned another time.
            return;
        }
    }

    /** Makes the rename itself survive a power cut. Windows cannot open folders and need not. */
    private static void flushFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }
}
