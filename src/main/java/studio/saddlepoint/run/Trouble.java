package studio.saddlepoint.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import studio.saddlepoint.core.StudioException;

/** Failures of the disk, in words that a person can act on. */
final class Trouble {
    /** Below this a failed write is taken for a full disk whatever the system calls it. */
    private static final long NEARLY_FULL_BYTES = 64 * 1024;

    private Trouble() {}

    /**
     * A failed write inside a run folder.
     *
     * @param folder the run folder
     * @param file what was written
     * @param kept what is safe nevertheless, as a sentence, or nothing
     */
    static StudioException writing(Path folder, Path file, String kept, IOException e) {
        String safe = kept.isEmpty() ? "" : " " + kept;
        if (!Files.isDirectory(folder)) {
            return new StudioException(
                    "The run folder "
                            + folder
                            + " is gone: it was deleted, moved, or its disk was taken out. Put it"
                            + " back, or start a new run.",
                    e);
        }
        if (diskFull(folder, e)) {
            return new StudioException(
                    "No space left on the disk while writing "
                            + file
                            + "."
                            + safe
                            + " Free some space there and try again.",
                    e);
        }
        return new StudioException(
                file
                        + " cannot be written ("
                        + reason(e)
                        + ")."
                        + safe
                        + " Check the permissions of "
                        + folder
                        + " and its disk.",
                e);
    }

    /** A failed read. */
    static StudioException reading(Path file, IOException e) {
        return e instanceof NoSuchFileException
                ? new UnreadableFile(
                        file,
                        "is gone: it was deleted or moved",
                        "Put it back, or choose another.",
                        e)
                : new UnreadableFile(
                        file,
                        "cannot be read (" + reason(e) + ")",
                        "Check its permissions and its disk.",
                        e);
    }

    /** What the system says, without the path that the message names already. */
    static String reason(IOException e) {
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String said = String.valueOf(e.getMessage());
        if (e instanceof FileNotFoundException && said.endsWith(")")) {
            return said.substring(said.lastIndexOf('(') + 1, said.length() - 1);
        }
        String kind = e.getClass().getSimpleName().replaceAll("(Exception)$", "");
        return e instanceof FileSystemException
                ? kind
                : Optional.ofNullable(e.getMessage()).orElse(kind);
    }

    private static boolean diskFull(Path folder, IOException e) {
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("no space left")
                || said.contains("not enough space")
                || said.contains("quota exceeded")) {
            return true;
        }
        try {
            return Files.getFileStore(folder).getUsableSpace() < NEARLY_FULL_BYTES;
        } catch (IOException unknown) {
            return false;
        }
    }
}
