package studio.saddlepoint.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;

/**
 * CIFAR-10 in its binary version (A. Krizhevsky 2009): records of one label and 3 x 32 x 32 bytes.
 *
 * @param train data_batch_1.bin and so on
 * @param test test_batch.bin, if it is there
 */
record CifarSource(String name, Path path, String state, List<Path> train, Optional<Path> test)
        implements ImportSource {
    private static final Pattern BATCH = Pattern.compile("data_batch_\\d+\\.bin");
    private static final String META = "batches.meta.txt";
    private static final ImageShape SHAPE = new ImageShape(3, 32, 32);
    private static final List<String> CLASSES =
            List.of(
                    "airplane",
                    "automobile",
                    "bird",
                    "cat",
                    "deer",
                    "dog",
                    "frog",
                    "horse",
                    "ship",
                    "truck");

    /** The batches in a folder, if there are any. */
    static Optional<CifarSource> inFolder(Path folder, List<Path> files) {
        List<Path> train = files.stream().filter(CifarSource::isBatch).sorted().toList();
        if (train.isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> test =
                files.stream()
                        .filter(file -> file.getFileName().toString().equals("test_batch.bin"))
                        .findFirst();
        List<Path> all = new ArrayList<>(train);
        test.ifPresent(all::add);
        Path classes = folder.resolve(META);
        if (Files.isRegularFile(classes)) {
            all.add(classes);
        }
        String name = PathNames.of(folder);
        return Optional.of(new CifarSource(name, folder, SourceFiles.stateOf(all), train, test));
    }

    /** Whether a file is named like one of the batches. */
    static boolean isBatch(Path file) {
        return BATCH.matcher(file.getFileName().toString()).matches();
    }

    @Override
    public PackContent content(int size, Progress progress) {
        List<String> classes = SourceFiles.lines(path.resolve(META)).orElse(CLASSES);
        List<RawContent.Part> parts = new ArrayList<>();
        for (Path file : train) {
            parts.add(part(file, true, classes.size(), progress));
        }
        test.ifPresent(file -> parts.add(part(file, false, classes.size(), progress)));
        long bytes = parts.stream().mapToLong(part -> part.data().length).sum();
        return RawContent.labelled(
                DataKind.CIFAR10, name, SHAPE, size, parts, classes, bytes, List.of());
    }

    private static RawContent.Part part(Path file, boolean train, int classes, Progress progress) {
        progress.checkCancelled();
        progress.report("Reading " + file.getFileName(), Double.NaN);
        byte[] data = SourceFiles.bytes(file);
        int record = 1 + SHAPE.pixels();
        if (data.length == 0 || data.length % record != 0) {
            throw new StudioException(
                    English.of(
                            "The file %s is cut short or no CIFAR-10 batch: its %,d bytes are not a whole number of images of %,d bytes. Download it again (the binary version).",
                            file, data.length, record));
        }
        int[] labels = new int[data.length / record];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = data[i * record] & 0xff;
        }
        RawContent.checkLabels(file.toString(), labels, classes);
        return new RawContent.Part(file.toString(), data, 1, labels, train);
    }
}
