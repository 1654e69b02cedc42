package studio.saddlepoint.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.saddlepoint.core.English;

/**
 * What the folders' names say about the images in them.
 *
 * <p>Where there are folders {@code train} and {@code test} (or {@code val}), they are the splits;
 * otherwise every image's name decides, one in ten being held back. Folders below are classes, with
 * all images in them, however deep. A folder that holds nothing but one folder of folders is
 * skipped.
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

    /** Finds splits and classes. */
    static FolderLayout of(SortedFiles files) {
        List<DataProblem> problems = new ArrayList<>(files.problems());
        List<String> names = files.images().stream().map(Listing.Entry::name).toList();
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
            if (names.size() < PackBuilder.FEWEST_TO_SPLIT) {
                return labelled(names, base, List.of(), base, false, problems);
            }
            Map<Boolean, List<String>> halves =
                    names.stream().collect(Collectors.partitioningBy(FolderLayout::heldBack));
            return labelled(halves.get(false), base, halves.get(true), base, false, problems);
        }
        folders.forEach(
                (folder, inside) -> {
                    if (!folder.equals(train) && !folder.equals(test)) {
                        problems.add(
                                aside(
                                        base + folder,
                                        inside,
                                        "in neither " + train + " nor " + test));
                    }
                });
        return labelled(
                folders.get(train),
                base + train + "/",
                folders.get(test),
                base + test + "/",
                true,
                problems);
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
                                name -> folderAfter(base, name),
                                LinkedHashMap::new,
                                Collectors.toList()));
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
            List<DataProblem> problems) {
        TreeSet<String> found =
                Stream.concat(
                                train.stream().map(name -> folderAfter(trainBase, name)),
                                test.stream().map(name -> folderAfter(testBase, name)))
                        .filter(folder -> !folder.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
        List<String> classNames = List.copyOf(found);
        List<Image> images = new ArrayList<>(place(train, trainBase, classNames, problems));
        int trainCount = images.size();
        images.addAll(place(test, testBase, classNames, problems));
        return new FolderLayout(
                List.copyOf(images), trainCount, ownSplits, classNames, List.copyOf(problems));
    }

    private static List<Image> place(
            List<String> names, String base, List<String> classNames, List<DataProblem> problems) {
        Map<String, List<String>> folders = byFolder(names, base);
        List<Image> images = new ArrayList<>();
        folders.forEach(
                (folder, inside) -> {
                    if (folder.isEmpty() && !classNames.isEmpty()) {
                        problems.add(aside(base, inside, "beside the folders of the classes"));
                        return;
                    }
                    int label = classNames.indexOf(folder);
                    inside.forEach(name -> images.add(new Image(name, label)));
                });
        return images;
    }

    private static DataProblem aside(String folder, List<String> names, String where) {
        String shown = names.size() == 1 ? names.get(0) : folder.isEmpty() ? "." : folder;
        return new DataProblem(
                shown,
                names.size() == 1
                        ? "lies " + where
                        : English.of("%,d images lie %s", names.size(), where));
    }
}
