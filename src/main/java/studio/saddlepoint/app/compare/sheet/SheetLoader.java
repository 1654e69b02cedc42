package studio.saddlepoint.app.compare.sheet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.LatestTask;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.RunFolder;

/** Loads the sheets of several runs in the background, those seen last from memory. */
final class SheetLoader {
  /** Sheets in memory, each about a megabyte. */
  private static final int KEPT = 64;

  private final LatestTask<Map<String, Loaded>> loading;

  /** Touched by the one thread that loads. */
  private final Map<String, Picture> known =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Picture> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * A sheet.
   *
   * @param file relative to the run folder
   * @param picture empty where it cannot be read
   * @param problem why
   */
  record Loaded(String file, Optional<Picture> picture, String problem) {}

  /**
   * A sheet that is wanted.
   *
   * @param folder of the run
   * @param file relative to it
   */
  record Wanted(RunFolder folder, String file) {}

  SheetLoader(StudioModel studio) {
    loading = new LatestTask<>(studio.background(), studio.ui());
  }

  /**
   * Asks for sheets in place of those asked for before. FX thread.
   *
   * @param wanted by the run's id
   * @param show takes them by the run's id
   */
  void ask(Map<String, Wanted> wanted, Consumer<Map<String, Loaded>> show) {
    loading.request(() -> load(wanted), show, e -> {});
  }

  private Map<String, Loaded> load(Map<String, Wanted> wanted) {
    Map<String, Loaded> loaded = new LinkedHashMap<>();
    wanted.forEach((id, each) -> loaded.put(id, load(each)));
    return loaded;
  }

  private Loaded load(Wanted wanted) {
    String key = wanted.folder().path() + "\n" + wanted.file();
    try {
      Picture picture = known.get(key);
      if (picture == null) {
        picture = wanted.folder().loadSheet(wanted.file());
        known.put(key, picture);
      }
      return new Loaded(wanted.file(), Optional.of(picture), "");
    } catch (StudioException e) {
      return new Loaded(wanted.file(), Optional.empty(), Problems.describe(e));
    }
  }
}
