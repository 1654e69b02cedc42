package studio.saddlepoint.data.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.saddlepoint.data.DataKind;
import studio.saddlepoint.data.file.SourceFiles;

/** The forms in which CIFAR-10 and CIFAR-100 are given away (A. Krizhevsky 2009). */
enum CifarForm {
  BINARY_10(DataKind.CIFAR10, "data_batch_\\d+\\.bin", "test_batch.bin", "batches.meta.txt", 1),
  PYTHON_10(DataKind.CIFAR10_PYTHON, "data_batch_\\d+", "test_batch", "batches.meta", 0),
  BINARY_100(DataKind.CIFAR100, "train\\.bin", "test.bin", "fine_label_names.txt", 2),
  PYTHON_100(DataKind.CIFAR100_PYTHON, "train", "test", "meta", 0);

  /** Bytes of ten thousand images, of which either file of CIFAR-100 is a multiple. */
  private static final long IMAGES_100 = 10_000L * 3074;

  private static final List<String> CLASSES_10 =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  private final DataKind kind;
  private final Pattern train;
  private final String test;
  private final String meta;
  private final int labelBytes;

  CifarForm(DataKind kind, String train, String test, String meta, int labelBytes) {
    this.kind = kind;
    this.train = Pattern.compile(train);
    this.test = test;
    this.meta = meta;
    this.labelBytes = labelBytes;
  }

  DataKind kind() {
    return kind;
  }

  /** Whether files are pickles. */
  boolean isPython() {
    return labelBytes == 0;
  }

  /** Whether it is the set of a hundred classes. */
  boolean isOfHundred() {
    return this == BINARY_100 || this == PYTHON_100;
  }

  /** Bytes before each image in a binary file; the last of them is the label. */
  int labelBytes() {
    return labelBytes;
  }

  /** Name of the file that names the classes. */
  String meta() {
    return meta;
  }

  /** Which file to get instead of one that cannot be used. */
  String download() {
    return isOfHundred()
        ? isPython() ? "cifar-100-python.tar.gz" : "cifar-100-binary.tar.gz"
        : isPython() ? "cifar-10-python.tar.gz" : "cifar-10-binary.tar.gz";
  }

  /** The classes, where the files do not name them; numbers for a hundred. */
  Optional<List<String>> usualClasses() {
    return isOfHundred() ? Optional.empty() : Optional.of(CLASSES_10);
  }

  /** Whether a file has a name as one that is learnt from, and is what the name says. */
  boolean isTrain(Path file) {
    return train.matcher(nameOf(file)).matches() && isNoOther(file);
  }

  /** Whether a file is the one that is held back. */
  boolean isTest(Path file) {
    return nameOf(file).equals(test) && isNoOther(file);
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** The names of CIFAR-100 are those of many a file, so that what is in them counts too. */
  private boolean isNoOther(Path file) {
    return switch (this) {
      case BINARY_10, PYTHON_10 -> true;
      case BINARY_100 ->
          Files.isRegularFile(file.resolveSibling(meta))
              || SourceFiles.length(file) % IMAGES_100 == 0;
      case PYTHON_100 -> beginsAsPickle(file);
    };
  }

  private static boolean beginsAsPickle(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return NumpyPickle.begins(in.readNBytes(2));
    } catch (IOException e) {
      return false;
    }
  }
}
