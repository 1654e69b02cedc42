package studio.saddlepoint.data.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.Splitting;
import studio.saddlepoint.data.file.Listing;
import studio.saddlepoint.recipe.FolderMeaning;

/**
 * Splits and classes of images, as the names of their folders tell them.
 *
 * <p>Where there are folders {@code train} and {@code test} (or {@code val}), they are the splits;
 * otherwise every image's name decides, one in ten being held back. Folders below are classes, with
 * all images in them, however deep, unless all images are wanted as one. A folder that holds
 * nothing but one folder of folders is skipped.
 *
 * @param images those to learn from first, each in the order of its name
 * @param trainCount how many are to learn from
 * @param ownSplits whether the folders say which are held back
 * @param classNames by label; empty where there are no folders
 * @param problems files that have no place in this
 */
record FolderLayout(
    List<Image> images,
    int trainCount,
    boolean ownSplits,
    List<String> classNames,
    List<DataProblem> problems) {
  /**
   * An image.
   *
   * @param name path from the data set's folder
   * @param label class, or -1
   */
  record Image(String name, int label) {}

  private static final List<String> HELD_BACK = List.of("test", "val", "valid", "validation");

  /** Finds splits and, where folders mean them, classes. */
  static FolderLayout of(SortedFiles files, FolderMeaning meaning) {
    List<String> names = files.images().stream().map(Listing.Entry::name).toList();
    Aside aside =
        new Aside(
            files.images().stream()
                .filter(each -> each.length() == 0)
                .map(Listing.Entry::name)
                .collect(Collectors.toSet()),
            new ArrayList<>(files.problems()));
    boolean classes = meaning == FolderMeaning.CLASSES;
    String base = base(names);
    Map<String, List<String>> folders = byFolder(names, base);
    String train = named(folders, "train");
    String test =
        HELD_BACK.stream()
            .map(name -> named(folders, name))
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("");
    boolean ownSplits = !train.isEmpty() && !test.isEmpty();
    if (!ownSplits) {
      if (names.size() < Splitting.FEWEST) {
        return labelled(names, base, List.of(), base, false, classes, aside);
      }
      Map<Boolean, List<String>> halves =
          names.stream().collect(Collectors.partitioningBy(FolderLayout::heldBack));
      return labelled(halves.get(false), base, halves.get(true), base, false, classes, aside);
    }
    String testBase = base + test + "/";
    if (!classes) {
      List<String> others = names.stream().filter(name -> !name.startsWith(testBase)).toList();
      return labelled(others, base, folders.get(test), testBase, true, false, aside);
    }
    folders.forEach(
        (folder, inside) -> {
          if (!folder.equals(train) && !folder.equals(test)) {
            aside.put(inside, "lies in neither " + train + " nor " + test);
          }
        });
    return labelled(
        folders.get(train), base + train + "/", folders.get(test), testBase, true, true, aside);
  }

  /**
   * What folders seem to mean: classes, unless most images lie beside them, or all in one.
   *
   * @param names of the images
   */
  static FolderMeaning proposed(List<String> names) {
    String base = base(names);
    Map<String, List<String>> folders = byFolder(names, base);
    boolean splits =
        !named(folders, "train").isEmpty()
            && HELD_BACK.stream().anyMatch(name -> !named(folders, name).isEmpty());
    int loose = folders.getOrDefault("", List.of()).size();
    int inFolders = names.size() - loose;
    boolean one = folders.size() - (loose > 0 ? 1 : 0) == 1;
    return !splits && inFolders > 0 && (one || loose > inFolders)
        ? FolderMeaning.TOGETHER
        : FolderMeaning.CLASSES;
  }

  /**
   * Files that have no place.
   *
   * @param empty names of files without content, which have none anywhere
   */
  private record Aside(Set<String> empty, List<DataProblem> problems) {
    void put(List<String> names, String reason) {
      for (String name : names) {
        problems.add(new DataProblem(name, empty.contains(name) ? "is empty" : reason));
      }
    }
  }

  private static boolean heldBack(String name) {
    return Splitting.heldBack(name.hashCode());
  }

  /** The deepest folder that everything is in, as long as there are two more levels below. */
  private static String base(List<String> names) {
    String base = "";
    while (true) {
      Map<String, List<String>> folders = byFolder(names, base);
      if (folders.size() != 1 || folders.containsKey("")) {
        return base;
      }
      String below = base + folders.keySet().iterator().next() + "/";
      if (byFolder(names, below).containsKey("")) {
        return base;
      }
      base = below;
    }
  }

  /** Names by the first folder after the base; those directly in it under "". */
  private static Map<String, List<String>> byFolder(List<String> names, String base) {
    return names.stream()
        .collect(
            Collectors.groupingBy(
                name -> folderAfter(base, name), LinkedHashMap::new, Collectors.toList()));
  }

  private static String folderAfter(String base, String name) {
    int slash = name.indexOf('/', base.length());
    return slash < 0 ? "" : name.substring(base.length(), slash);
  }

  private static String named(Map<String, List<String>> folders, String name) {
    return folders.keySet().stream()
        .filter(folder -> folder.toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElse("");
  }

  private static FolderLayout labelled(
      List<String> train,
      String trainBase,
      List<String> test,
      String testBase,
      boolean ownSplits,
      boolean classes,
      Aside aside) {
    TreeSet<String> found =
        Stream.concat(
                train.stream().map(name -> folderAfter(trainBase, name)),
                test.stream().map(name -> folderAfter(testBase, name)))
            .filter(folder -> classes && !folder.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> classNames = List.copyOf(found);
    List<Image> images = new ArrayList<>(place(train, trainBase, classNames, aside));
    int trainCount = images.size();
    images.addAll(place(test, testBase, classNames, aside));
    return new FolderLayout(
        List.copyOf(images), trainCount, ownSplits, classNames, List.copyOf(aside.problems()));
  }

  private static List<Image> place(
      List<String> names, String base, List<String> classNames, Aside aside) {
    Map<String, List<String>> folders = byFolder(names, base);
    List<Image> images = new ArrayList<>();
    folders.forEach(
        (folder, inside) -> {
          if (folder.isEmpty() && !classNames.isEmpty()) {
            aside.put(inside, DataProblem.BESIDE_FOLDERS);
            return;
          }
          int label = classNames.indexOf(folder);
          inside.forEach(name -> images.add(new Image(name, label)));
        });
    return images;
  }
}
