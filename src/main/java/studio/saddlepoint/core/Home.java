package studio.saddlepoint.core;

import dev.dirs.ProjectDirectories;
import java.nio.file.Path;

/**
 * The program's folders: the system's conventions, or everything below {@code SADDLEPOINT_HOME}
 * where that is set.
 *
 * @param runs where runs are kept, one folder each
 * @param caches what can be made again: converted data sets, feature statistics, classifiers
 * @param settings the person's preferences
 */
public record Home(Path runs, Path caches, Path settings) {
    /** The folders of this process, by its environment. Nothing is created. */
    public static Home ofEnvironment() {
        String home = System.getenv("SADDLEPOINT_HOME");
        if (home != null && !home.isBlank()) {
            return at(
                    PathNames.spelt(home)
                            .orElseThrow(
                                    () ->
                                            new StudioException(
                                                    "SADDLEPOINT_HOME is \""
                                                            + home
                                                            + "\", which no folder can be called. Set it to another one.")));
        }
        ProjectDirectories directories = ProjectDirectories.from("studio", "", "Saddlepoint");
        return new Home(
                Path.of(directories.dataDir, "runs"),
                Path.of(directories.cacheDir),
                Path.of(directories.configDir));
    }

    /** Where data sets are kept that were downloaded, beside the runs that learn them. */
    public Path dataSets() {
        return runs.resolveSibling("data-sets");
    }

    /**
     * Everything below one folder.
     *
     * @param root the folder
     */
    public static Home at(Path root) {
        return new Home(root.resolve("runs"), root.resolve("caches"), root.resolve("settings"));
    }
}
