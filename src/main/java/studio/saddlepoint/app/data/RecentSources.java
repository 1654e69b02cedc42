package studio.saddlepoint.app.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.saddlepoint.app.Settings;
import studio.saddlepoint.core.PathNames;

/** The files and folders that were used last, remembered in the settings; the newest first. */
final class RecentSources {
    static final int MOST = 8;
    private static final String KEY = "data.recent";

    private final Settings settings;

    RecentSources(Settings settings) {
        this.settings = settings;
    }

    /** The paths remembered. */
    List<String> all() {
        return Arrays.stream(settings.get(KEY, "").split("\n"))
                .filter(each -> !each.isBlank())
                .toList();
    }

    /** Puts a path first. */
    void add(Path path) {
        String text = PathNames.text(path.toAbsolutePath().normalize());
        List<String> next = new ArrayList<>(all());
        next.remove(text);
        next.add(0, text);
        keep(next.subList(0, Math.min(MOST, next.size())));
    }

    /** Forgets a path; the images stay where they are. */
    void remove(String path) {
        keep(all().stream().filter(each -> !each.equals(path)).toList());
    }

    private void keep(List<String> paths) {
        settings.put(KEY, String.join("\n", paths));
    }
}
