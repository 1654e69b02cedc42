package studio.saddlepoint.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.recipe.FolderMeaning;

/**
 * The files and folders of images that a person used last, remembered in the settings; the newest
 * first. With them goes what the folders in each mean.
 */
public final class UserDataSources {
  /** The data sets that the program brings. */
  public static final List<String> EMBEDDED = List.of("strokes", "shapes");

  static final int MOST = 8;
  private static final String RECENT = "data.recent";
  private static final String FORGOTTEN = "data.forgotten";
  private static final String TOGETHER = "data.together";

  private final Settings settings;
  private final ObservableList<String> all = FXCollections.observableArrayList();
  private Consumer<String> show = source -> {};
  private Consumer<String> train = source -> {};
  private Consumer<String> forgotten = source -> {};
  private final ObservableList<String> view = FXCollections.unmodifiableObservableList(all);

  /**
   * What is remembered.
   *
   * @param settings where it is kept
   */
  UserDataSources(Settings settings) {
    this.settings = settings;
    all.setAll(kept(RECENT));
  }

  /** Who shows a source that is asked for somewhere else. */
  public void onShow(Consumer<String> listener) {
    show = listener;
  }

  /** Who offers recipes to train on a source that is asked for somewhere else. */
  public void onTrain(Consumer<String> listener) {
    train = listener;
  }

  /** Who lets go of a source that is forgotten. */
  public void onForgotten(Consumer<String> listener) {
    forgotten = listener;
  }

  /** Shows a source on the page for that. */
  public void show(String source) {
    show.accept(source);
  }

  /** Offers recipes to train on a source, on the page for that. */
  public void train(String source) {
    train.accept(source);
  }

  /** The absolute paths, the last used first. */
  public ObservableList<String> all() {
    return view;
  }

  /** Puts a path first. */
  public void add(Path path) {
    String text = text(path);
    if (!all.isEmpty() && all.get(0).equals(text)) {
      return;
    }
    List<String> next = new ArrayList<>(all);
    next.remove(text);
    next.add(0, text);
    putForgotten(kept(FORGOTTEN).stream().filter(each -> !each.equals(text)));
    keep(next.subList(0, Math.min(MOST, next.size())));
  }

  /** Forgets a path; the images stay where they are. */
  public void remove(String path) {
    mean(path, FolderMeaning.CLASSES);
    keep(all.stream().filter(each -> !each.equals(path)).toList());
    putForgotten(Stream.concat(Stream.of(path), kept(FORGOTTEN).stream()).distinct());
    forgotten.accept(path);
  }

  private void putForgotten(Stream<String> paths) {
    settings.put(FORGOTTEN, paths.limit(MOST).collect(Collectors.joining("\n")));
  }

  /** Whether the person took it away and did not come back to it. */
  public boolean isForgotten(String source) {
    return kept(FORGOTTEN).contains(source);
  }

  /** Whether nobody chose yet what the folders in a source mean. */
  public boolean isNew(String source) {
    return !EMBEDDED.contains(source)
        && !all.contains(source)
        && meaning(source) == FolderMeaning.CLASSES;
  }

  /** What the folders in a source mean, as the person chose last. */
  public FolderMeaning meaning(String source) {
    return kept(TOGETHER).contains(source) ? FolderMeaning.TOGETHER : FolderMeaning.CLASSES;
  }

  /** Remembers what the folders in a source mean. */
  public void mean(String source, FolderMeaning meaning) {
    List<String> next = new ArrayList<>(kept(TOGETHER));
    next.remove(source);
    if (meaning == FolderMeaning.TOGETHER) {
      next.add(source);
    }
    settings.put(TOGETHER, String.join("\n", next));
  }

  /** A path as recipes name it. */
  public static String text(Path path) {
    return PathNames.text(path.toAbsolutePath().normalize());
  }

  /** What a person calls a source: the name of its file or folder. */
  public static String name(String source) {
    if (EMBEDDED.contains(source)) {
      return Messages.text("data." + source);
    }
    return Escapes.name(PathNames.spelt(source).map(PathNames::of).orElse(source));
  }

  private List<String> kept(String key) {
    return Arrays.stream(settings.get(key, "").split("\n"))
        .filter(each -> !each.isBlank())
        .toList();
  }

  private void keep(List<String> paths) {
    settings.put(RECENT, String.join("\n", paths));
    all.setAll(List.copyOf(paths));
  }
}
