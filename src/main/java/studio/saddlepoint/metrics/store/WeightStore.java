package studio.saddlepoint.metrics.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;

/**
 * Weights that are kept in the person's cache. A file is there under its name only when it is whole
 * and its SHA-256 is right. Nothing is downloaded unless {@link #download} is called, which is for
 * the person to decide.
 */
public final class WeightStore {
    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final Duration patience;

    /**
     * A store.
     *
     * @param caches the program's folder for caches; weights go to a folder in it
     */
    public WeightStore(Path caches) {
        this(caches, Download.PATIENCE);
    }

    /**
     * A store that waits for servers so long, and no longer.
     *
     * @param patience how long a server may send nothing
     */
    WeightStore(Path caches, Duration patience) {
        this.folder = caches.resolve("weights");
        this.patience = patience;
    }

    /** The file of weights, where it is here already. Tells nothing about the network. */
    public Optional<Path> find(KnownWeights known) {
        Path file = folder.resolve(known.fileName());
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /**
     * The file of weights.
     *
     * @throws StudioException if it is not here; the message tells what to do
     */
    public Path get(KnownWeights known) {
        return find(known).orElseThrow(() -> missing(known));
    }

    /**
     * Downloads weights, unless they are here and whole. What a broken or cancelled download has
     * got is gone on with the next time.
     *
     * @param known what to download
     * @param progress told how far it is
     * @return the file, whole and of the right SHA-256
     * @throws StudioException if there is no network, the server has another file, or the disk is
     *     full; the message tells what to do
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Path download(KnownWeights known, Progress progress) {
        Path file = folder.resolve(known.fileName());
        if (isWhole(known, progress)) {
            return file;
        }
        Path part = part(file, Files::isWritable);
        try {
            Files.createDirectories(folder);
            try (FileChannel channel =
                    FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                FileLock lock = lock(known, channel);
                if (isWhole(known, progress)) {
                    return file; // another process has just got it
                }
                new Download(known, channel, progress.part(0, 0.97), patience).run();
                channel.force(true);
                progress.report("Checking " + known.name(), 0.97);
                check(known, part);
                lock.release();
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            progress.report(known.name() + " is here", 1);
            return file;
        } catch (IOException e) {
            throw notKept(known, e);
        }
    }

    /**
     * Where the unfinished file goes. One that broke off is gone on with, unless it is another
     * person's.
     *
     * @param writable whether this person may write to a file
     */
    static Path part(Path file, Predicate<Path> writable) {
        Path shared = file.resolveSibling(file.getFileName() + UNFINISHED);
        if (Files.notExists(shared) || writable.test(shared)) {
            return shared;
        }
        String person = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9]+", "_");
        return file.resolveSibling(file.getFileName() + "." + person + UNFINISHED);
    }

    /** Whether the file is here and not damaged. */
    private boolean isWhole(KnownWeights known, Progress progress) {
        Optional<Path> file = find(known);
        if (file.isEmpty()) {
            return false;
        }
        progress.report("Checking " + known.name(), 0);
        return Digests.of(file.get()).equals(known.sha256());
    }

    private static void check(KnownWeights known, Path part) throws IOException {
        String found = Digests.of(part);
        if (!found.equals(known.sha256())) {
            Files.deleteIfExists(part);
            throw new StudioException(
                    English.of(
                            "What %s gave as %s is another file (SHA-256 %s… instead of %s…), so it was thrown away. Try again; if it happens again, get the file elsewhere and give it as a local file.",
                            known.source().getHost(),
                            known.fileName(),
                            found.substring(0, 8),
                            known.sha256().substring(0, 8)));
        }
    }

    /**
     * Takes weights from a file of the person's, which stays where it is.
     *
     * @param known what it should be
     * @param source the file
     * @param progress told how far it is
     * @return the file in the cache
     * @throws StudioException if it is another file, or cannot be read or kept
     */
    public Path adopt(KnownWeights known, Path source, Progress progress) {
        progress.report("Checking " + source.getFileName(), Double.NaN);
        String found = Digests.of(source);
        if (!found.equals(known.sha256())) {
            throw new StudioException(
                    English.of(
                            "%s is not %s (SHA-256 %s… instead of %s…). Choose the file %s from %s.",
                            source,
                            known.name(),
                            found.substring(0, 8),
                            known.sha256().substring(0, 8),
                            known.fileName(),
                            known.source()));
        }
        progress.checkCancelled();
        Path file = folder.resolve(known.fileName());
        try {
            if (!Files.exists(file) || !Files.isSameFile(file, source)) {
                Files.createDirectories(folder);
                AtomicFile.ON_DISK.write(
                        file,
                        channel -> {
                            try (FileChannel in = FileChannel.open(source)) {
                                for (long at = 0; at < in.size(); ) {
                                    at += in.transferTo(at, in.size() - at, channel);
                                }
                            }
                        });
            }
        } catch (IOException e) {
            throw notKept(known, e);
        }
        progress.report(known.name() + " is here", 1);
        return file;
    }

    /** What to tell a person where weights are not here. */
    StudioException missing(KnownWeights known) {
        return new StudioException(
                English.of(
                        "%s is not on this computer. It is one file, %s (%s): let it be downloaded from %s (evaluate --download on the command line), or give a copy that you have (evaluate --weights FILE).",
                        known.name(), known.fileName(), known.size(), known.source()));
    }

    private static FileLock lock(KnownWeights known, FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw busy(known);
        }
        if (lock == null) {
            throw busy(known);
        }
        return lock;
    }

    private static StudioException busy(KnownWeights known) {
        return new StudioException(
                English.of("%s is being downloaded already. Wait for that to end.", known.name()));
    }

    private StudioException notKept(KnownWeights known, IOException e) {
        String said = String.valueOf(e.getMessage());
        boolean full = said.toLowerCase(Locale.ROOT).contains("no space left");
        return new StudioException(
                English.of(
                        "%s cannot be kept in %s (%s). %s",
                        known.fileName(),
                        folder,
                        full
                                ? "no space left on the disk"
                                : e.getClass().getSimpleName() + ": " + said,
                        full
                                ? English.of("Free %s and try again.", known.size())
                                : "Check that the folder can be written to, or choose another one with SADDLEPOINT_HOME."),
                e);
    }
}
