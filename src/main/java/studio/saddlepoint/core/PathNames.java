package studio.saddlepoint.core;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Names of files and folders, for a person. */
public final class PathNames {
    private PathNames() {}

    /** The last name of a path; all of it for a root, which has none: {@code /}, {@code E:\}. */
    public static String of(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path last = whole.getFileName();
        return String.valueOf(last == null ? whole : last);
    }

    /**
     * The path that a text spells; empty where this system cannot spell it, as with letters that
     * its locale has not, or with {@code ?} on Windows.
     */
    public static Optional<Path> spelt(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
