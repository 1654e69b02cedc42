package studio.saddlepoint.data.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.file.SourceFiles;
import studio.saddlepoint.data.pack.PackContent;

/**
 * CIFAR-10 or CIFAR-100 (A. Krizhevsky 2009): in the binary version, records of one or two labels
 * and 3 x 32 x 32 bytes; in the Python version, pickles of the same. Of CIFAR-100, the hundred fine
 * labels are the classes.
 *
 * @param form which of the versions
 * @param train data_batch_1.bin and so on
 * @param test test_batch.bin, if it is there
 */
record CifarSource(
    String name, Path path, String state, CifarForm form, List<Path> train, Optional<Path> test)
    implements ImportSource {
  private static final ImageShape SHAPE = new ImageShape(3, 32, 32);
  private static final int HUNDRED = 100;

  /** The batches in a folder, if there are any. */
  static Optional<CifarSource> inFolder(Path folder, List<Path> files) {
    for (CifarForm form : CifarForm.values()) {
      List<Path> train = files.stream().filter(form::isTrain).sorted().toList();
      if (!train.isEmpty()) {
        Optional<Path> test = files.stream().filter(form::isTest).findFirst();
        List<Path> all = new ArrayList<>(train);
        test.ifPresent(all::add);
        Path classes = folder.resolve(form.meta());
        if (Files.isRegularFile(classes)) {
          all.add(classes);
        }
        return Optional.of(
            new CifarSource(
                PathNames.of(folder), folder, SourceFiles.stateOf(all), form, train, test));
      }
    }
    return Optional.empty();
  }

  /** Whether a file is one of the batches, of which all are needed. */
  static boolean isBatch(Path file) {
    for (CifarForm form : CifarForm.values()) {
      if (form.isTrain(file) || form.isTest(file)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public PackContent content(int size, Progress progress) {
    List<String> classes = classes();
    List<RawContent.Part> parts = new ArrayList<>();
    for (Path file : train) {
      parts.add(part(file, true, classes.size(), progress));
    }
    test.ifPresent(file -> parts.add(part(file, false, classes.size(), progress)));
    long bytes =
        train.stream().mapToLong(SourceFiles::length).sum()
            + test.map(SourceFiles::length).orElse(0L);
    return RawContent.labelled(form.kind(), name, SHAPE, size, parts, classes, bytes, List.of());
  }

  private List<String> classes() {
    Path meta = path.resolve(form.meta());
    Optional<List<String>> named = form.isPython() ? namesIn(meta) : SourceFiles.lines(meta);
    if (form.isOfHundred() && named.isPresent() && named.get().size() != HUNDRED) {
      throw refused(meta, English.of("names %,d classes, not a hundred", named.get().size()));
    }
    return named
        .or(form::usualClasses)
        .orElseGet(() -> IntStream.range(0, HUNDRED).mapToObj(Integer::toString).toList());
  }

  private Optional<List<String>> namesIn(Path meta) {
    if (!Files.isRegularFile(meta)) {
      return Optional.empty();
    }
    String key = form.isOfHundred() ? "fine_label_names" : "label_names";
    try {
      if (NumpyPickle.read(SourceFiles.bytes(meta)).get(key) instanceof List<?> names
          && names.stream().allMatch(NumpyPickle.Bytes.class::isInstance)) {
        return Optional.of(names.stream().map(each -> ((NumpyPickle.Bytes) each).text()).toList());
      }
      return Optional.empty();
    } catch (IOException e) {
      throw refused(meta, e.getMessage());
    }
  }

  private RawContent.Part part(Path file, boolean train, int classes, Progress progress) {
    progress.checkCancelled();
    progress.report("Reading " + file.getFileName(), Double.NaN);
    byte[] data = SourceFiles.bytes(file);
    RawContent.Part part =
        form.isPython() ? unpickled(file, data, train) : records(file, data, train);
    RawContent.checkLabels(file.toString(), part.labels(), classes);
    return part;
  }

  private RawContent.Part records(Path file, byte[] data, boolean train) {
    int record = form.labelBytes() + SHAPE.pixels();
    if (data.length == 0 || data.length % record != 0) {
      throw new StudioException(
          English.of(
              "The file %s is cut short or no %s batch: its %,d bytes are not a whole number of images of %,d bytes. Download it again (the binary version).",
              file, form.isOfHundred() ? "CIFAR-100" : "CIFAR-10", data.length, record));
    }
    int[] labels = new int[data.length / record];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = data[i * record + form.labelBytes() - 1] & 0xff;
    }
    return new RawContent.Part(file.toString(), data, form.labelBytes(), labels, train);
  }

  private RawContent.Part unpickled(Path file, byte[] data, boolean train) {
    String key = form.isOfHundred() ? "fine_labels" : "labels";
    try {
      Map<?, ?> batch = NumpyPickle.read(data);
      if (!(batch.get("data") instanceof NumpyPickle.Array array)
          || !(batch.get(key) instanceof List<?> list)) {
        throw new IOException("has no \"data\" and \"" + key + "\"");
      }
      int[] shape = array.shape();
      if (shape.length != 2 || shape[0] == 0 || shape[1] != SHAPE.pixels()) {
        throw new IOException("holds no rows of 3,072 bytes");
      }
      int[] labels = list.stream().mapToInt(CifarSource::label).toArray();
      if (labels.length != shape[0]) {
        throw new IOException(
            English.of("holds %,d images and %,d labels", shape[0], labels.length));
      }
      return new RawContent.Part(file.toString(), rows(array), 0, labels, train);
    } catch (IOException e) {
      throw refused(file, e.getMessage());
    }
  }

  private static int label(Object value) {
    return value instanceof Long number && number >= 0 && number < 256 ? number.intValue() : -1;
  }

  /** The pixels of all images, one image after the other. */
  private static byte[] rows(NumpyPickle.Array array) {
    NumpyPickle.Bytes bytes = array.bytes();
    int count = array.shape()[0];
    int each = array.shape()[1];
    byte[] rows = new byte[bytes.length()];
    if (array.columnsFirst()) {
      for (int i = 0; i < rows.length; i++) {
        rows[i % count * each + i / count] = bytes.file()[bytes.from() + i];
      }
    } else {
      System.arraycopy(bytes.file(), bytes.from(), rows, 0, rows.length);
    }
    return rows;
  }

  private StudioException refused(Path file, String what) {
    return new StudioException(
        English.of(
            "The file %s cannot be used: it %s. Download %s again and unpack it.",
            file, what, form.download()));
  }
}
