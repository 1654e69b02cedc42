package studio.saddlepoint.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;

/**
 * Packs on disk, made on first use. A pack appears under its name only when it is whole; one that
 * is damaged, or was made by another version, is made again.
 */
final class PackCache {
    private static final Logger LOG = LoggerFactory.getLogger(PackCache.class);
    private static final String SUFFIX = ".pack";
    private static final String UNFINISHED = ".part";
    private static final Duration ABANDONED = Duration.ofHours(6);

    private final Path folder;

    /**
     * A cache.
     *
     * @param cacheFolder the program's folder for caches; packs go to a folder in it
     */
    PackCache(Path cacheFolder) {
        this.folder = cacheFolder.resolve("data-sets");
    }

    /**
     * Opens a pack, or makes it first.
     *
     * @param source names what the pack is made from, safe as a file name
     * @param version names the source's present state, safe as a file name; packs of the same
     *     source in another state are deleted
     * @param content gives the images if they are needed
     */
    Pack open(String source, String version, Supplier<PackContent> content, Progress progress) {
        Path file = folder.resolve(source + "-" + version + SUFFIX);
        try {
            if (Files.exists(file)) {
                return Pack.open(file);
            }
        } catch (IOException e) {
            LOG.info("{} is made again: {}", file, e.getMessage());
        }
        return make(source, file, content.get(), progress);
    }

    private Pack make(String source, Path file, PackContent content, Progress progress) {
        try {
            Files.createDirectories(folder);
            deleteAbandoned();
            Path part = Files.createTempFile(folder, source, UNFINISHED);
            try {
                PackBuilder.build(content, part, progress);
                replace(part, file);
            } catch (AccessDeniedException e) {
                // Windows, when another thread or process made the same pack and has it mapped.
                return Pack.open(file);
            } finally {
                Files.deleteIfExists(part);
            }
            Pack pack = Pack.open(file);
            deleteOthers(source, file);
            return pack;
        } catch (IOException e) {
            throw new StudioException(
                    English.of(
                            "The prepared images of \"%s\" cannot be kept in %s (%s). Check that the disk has room and the folder can be written to, or choose another folder with SADDLEPOINT_HOME.",
                            content.name(), folder, describe(e)),
                    e);
        }
    }

    private static void replace(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void deleteOthers(String source, Path file) throws IOException {
        try (DirectoryStream<Path> packs =
                Files.newDirectoryStream(folder, source + "-*" + SUFFIX)) {
            for (Path pack : packs) {
                if (!pack.equals(file)) {
                    deleteIfFree(pack);
                }
            }
        }
    }

    private void deleteAbandoned() throws IOException {
        Instant before = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> parts =
                Files.newDirectoryStream(folder, "*" + UNFINISHED + "*")) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(before)) {
                    deleteIfFree(part);
                }
            }
        }
    }

    // Windows refuses while another process has the file mapped; the next build tries again.
    private static void deleteIfFree(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("{} stays for now: {}", file, e.getMessage());
        }
    }

    private static String describe(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
