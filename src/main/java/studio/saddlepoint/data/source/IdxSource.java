package studio.saddlepoint.data.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataKind;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.file.SourceFiles;
import studio.saddlepoint.data.pack.PackContent;

/**
 * Files of the MNIST family: in a folder those with the usual names, or one file of images with its
 * labels beside it.
 *
 * @param train images to learn from, or all
 * @param test images held back, if there are any
 */
record IdxSource(String name, Path path, String state, Optional<Pair> train, Optional<Pair> test)
    implements ImportSource {
  private static final Pattern TRAIN = Pattern.compile("(.*-)?train-images[-.]idx3-ubyte(\\.gz)?");
  private static final Pattern TEST =
      Pattern.compile("(.*-)?(t10k|test)-images[-.]idx3-ubyte(\\.gz)?");
  private static final String TURNED =
      "The files of EMNIST hold every character with rows and columns exchanged. They are read as they are, as other tools do, so samples lie the same way.";
  private static final int MOST_CLASSES = 100;
  private static final List<String> FASHION =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");

  /** A file of images and that of their labels, if there is one. */
  record Pair(Path images, Optional<Path> labels) {}

  /** The files with the usual names in a folder, if there are any. */
  static Optional<IdxSource> inFolder(Path folder, List<Path> files) {
    Optional<Pair> train = only(folder, files, TRAIN);
    Optional<Pair> test = only(folder, files, TEST);
    if (train.isEmpty() && test.isEmpty()) {
      return Optional.empty();
    }
    List<Path> used = new ArrayList<>();
    train.ifPresent(pair -> addFiles(pair, used));
    test.ifPresent(pair -> addFiles(pair, used));
    used.addAll(ClassFiles.beside(train.or(() -> test).orElseThrow().images()));
    String name = PathNames.of(folder);
    return Optional.of(new IdxSource(name, folder, SourceFiles.stateOf(used), train, test));
  }

  /** One file of images. */
  static IdxSource ofFile(Path images) {
    Pair pair = withLabels(images);
    List<Path> used = new ArrayList<>();
    addFiles(pair, used);
    used.addAll(ClassFiles.beside(images));
    String name = String.valueOf(images.getFileName());
    return new IdxSource(
        name, images, SourceFiles.stateOf(used), Optional.of(pair), Optional.empty());
  }

  @Override
  public PackContent content(int size, Progress progress) {
    List<RawContent.Part> parts = new ArrayList<>();
    List<ImageShape> shapes = new ArrayList<>();
    train.ifPresent(pair -> parts.add(part(pair, true, shapes, progress)));
    test.ifPresent(pair -> parts.add(part(pair, false, shapes, progress)));
    if (!shapes.get(0).equals(shapes.get(shapes.size() - 1))) {
      throw new StudioException(
          English.of(
              "The images in %s are %dx%d to learn from but %dx%d to test. Put files of one data set into the folder.",
              path,
              shapes.get(0).width(),
              shapes.get(0).height(),
              shapes.get(1).width(),
              shapes.get(1).height()));
    }
    List<String> classNames = classNames(parts);
    List<Path> used = new ArrayList<>();
    train.ifPresent(pair -> addFiles(pair, used));
    test.ifPresent(pair -> addFiles(pair, used));
    long bytes = used.stream().mapToLong(SourceFiles::length).sum();
    return RawContent.labelled(
        DataKind.IDX, name, shapes.get(0), size, parts, classNames, bytes, notes());
  }

  private Path images() {
    return train.or(() -> test).orElseThrow().images();
  }

  /** Other tools read them as they are, too, so that pictures can be compared. */
  private List<String> notes() {
    return ClassFiles.isEmnist(images()) ? List.of(TURNED) : List.of();
  }

  private static Optional<Pair> only(Path folder, List<Path> files, Pattern pattern) {
    List<Path> found =
        files.stream()
            .filter(file -> pattern.matcher(file.getFileName().toString()).matches())
            .toList();
    if (found.stream().map(file -> withoutGz(file)).distinct().count() > 1) {
      throw new StudioException(
          English.of(
              "The folder %s holds several IDX data sets: %s. Choose one of these files instead of the folder.",
              folder, found.stream().map(Path::getFileName).toList()));
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(withLabels(found.get(0)));
  }

  private static String withoutGz(Path file) {
    String name = PathNames.of(file);
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }

  private static Pair withLabels(Path images) {
    String labels = withoutGz(images).replace("images", "labels").replace("idx3", "idx1");
    if (labels.equals(withoutGz(images))) {
      return new Pair(images, Optional.empty());
    }
    return new Pair(
        images,
        List.of(labels, labels + ".gz").stream()
            .flatMap(name -> SourceFiles.beside(images, name).stream())
            .filter(Files::isRegularFile)
            .findFirst());
  }

  private static void addFiles(Pair pair, List<Path> files) {
    files.add(pair.images());
    pair.labels().ifPresent(files::add);
  }

  private static RawContent.Part part(
      Pair pair, boolean train, List<ImageShape> shapes, Progress progress) {
    progress.checkCancelled();
    progress.report("Reading " + pair.images().getFileName(), Double.NaN);
    IdxFile images = IdxFile.images(pair.images());
    int count = images.dimensions()[0];
    shapes.add(new ImageShape(1, images.dimensions()[1], images.dimensions()[2]));
    int[] labels = new int[count];
    Arrays.fill(labels, -1);
    if (pair.labels().isPresent()) {
      byte[] read = IdxFile.labels(pair.labels().get()).data();
      if (read.length != count) {
        throw new StudioException(
            English.of(
                "%s holds %s, but %s holds %s. Put two files that belong together side by side.",
                pair.labels().get(),
                English.count(read.length, "label"),
                pair.images().getFileName(),
                English.count(count, "image")));
      }
      for (int i = 0; i < count; i++) {
        labels[i] = read[i] & 0xff;
      }
    }
    String file = pair.labels().orElse(pair.images()).toString();
    return new RawContent.Part(file, images.data(), 0, labels, train);
  }

  /** The names in a file beside the images if there is one, the known ones, or numbers. */
  private List<String> classNames(List<RawContent.Part> parts) {
    if (parts.stream().anyMatch(part -> part.labels()[0] < 0)) {
      parts.forEach(part -> Arrays.fill(part.labels(), -1));
      return List.of();
    }
    Optional<List<String>> own = ClassFiles.names(images());
    int highest = Arrays.stream(parts.get(0).labels()).max().orElse(0);
    int classes = own.map(List::size).orElse(Math.min(highest + 1, MOST_CLASSES));
    for (RawContent.Part part : parts) {
      RawContent.checkLabels(part.file(), part.labels(), classes);
    }
    boolean fashion = path.toString().toLowerCase(Locale.ROOT).contains("fashion");
    if (own.isEmpty() && fashion && classes == FASHION.size()) {
      return FASHION;
    }
    return own.orElseGet(() -> IntStream.range(0, classes).mapToObj(Integer::toString).toList());
  }
}
