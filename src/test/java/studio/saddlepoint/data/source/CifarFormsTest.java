package studio.saddlepoint.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataKind;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.TestFiles;

/** CIFAR-10 as Python's pickles, and CIFAR-100 in both versions. */
class CifarFormsTest {
  private static final String[] TEN = {
    "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"
  };

  @TempDir Path temp;

  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectories(temp.resolve("cifar"));
  }

  @Test
  void thePythonVersionIsTheBinaryOne() throws IOException {
    put("data_batch_1", PickledBatch.cifar("labels", 50, 10, false));
    put("data_batch_2", PickledBatch.cifar("labels", 50, 10, true));
    put("test_batch", PickledBatch.cifar("labels", 20, 10, false));
    put("batches.meta", PickledBatch.meta("label_names", TEN));
    DataSet python = open(Split.TRAIN);
    assertEquals(100, python.size());
    assertEquals("cat", python.classNames().get(python.label(53)));
    int[] pixels = TestFiles.pixels(python, 53);
    assertEquals(List.of(3, 103, 203), List.of(pixels[5], pixels[1029], pixels[2053]));
    assertEquals(DataKind.CIFAR10_PYTHON, inspect().kind());
    String fingerprint = python.fingerprint();
    for (String name : List.of("data_batch_1", "data_batch_2", "test_batch")) {
      Files.delete(folder.resolve(name));
      put(name + ".bin", binary(name.equals("test_batch") ? 20 : 50, 10, 1));
    }
    assertEquals(fingerprint, open(Split.TRAIN).fingerprint());
    assertEquals(DataKind.CIFAR10, inspect().kind());
  }

  @Test
  void ofCifar100TheFineLabelsAreTheClasses() throws IOException {
    String[] names = IntStream.range(0, 100).mapToObj(i -> "thing" + i).toArray(String[]::new);
    put("train", PickledBatch.cifar("fine_labels", 200, 100, false));
    put("test", PickledBatch.cifar("fine_labels", 100, 100, false));
    put("meta", PickledBatch.meta("fine_label_names", names));
    assertEquals("thing42", open(Split.TRAIN).classNames().get(42));
    assertEquals(100, open(Split.TEST).size());
    String fingerprint = open(Split.TRAIN).fingerprint();
    assertEquals(DataKind.CIFAR100_PYTHON, inspect().kind());
    for (String name : List.of("train", "test", "meta")) {
      Files.delete(folder.resolve(name));
    }
    put("train.bin", binary(200, 100, 2));
    put("test.bin", binary(100, 100, 2));
    put("fine_label_names.txt", String.join("\n", names).getBytes(StandardCharsets.UTF_8));
    assertEquals(fingerprint, open(Split.TRAIN).fingerprint());
    assertEquals(DataKind.CIFAR100, inspect().kind());
    put("fine_label_names.txt", "apple\n".getBytes(StandardCharsets.UTF_8));
    told("fine_label_names.txt", "names 1 classes, not a hundred", "cifar-100-binary.tar.gz");
  }

  @Test
  void aPickleIsNeverRun() throws IOException {
    refused(
        new PickledBatch().name("os", "system").raw('(').text("true").raw('t', 'R', '.'),
        "names os.system, which is not looked up");
    refused(new PickledBatch().name("numpy", "dtype").raw(')', 0x81, '.'), "operation 0x81");
    refused(new PickledBatch().raw('I', '1', '\n', '.'), "operation 0x49");
    refused(new PickledBatch().text("a").raw(')', 'R', '.'), "calls what is not called here");
    refused(new PickledBatch().raw(']', '.'), "holds no dictionary");
  }

  @Test
  void lengthsAreHeldAgainstTheFile() throws IOException {
    refused(new PickledBatch().raw('T', 255, 255, 255, 127, 'x'), "cut short");
    refused(new PickledBatch().raw('T', 255, 255, 255, 255, 'x'), "cut short");
    refused(new PickledBatch().raw('}'), "cut short");
    refused(new PickledBatch().raw('.'), "damaged");
    refused(new PickledBatch().raw('e'), "ends what it did not begin");
    refused(new PickledBatch().raw('h', 7, '.'), "uses what it did not keep");
    refused(new PickledBatch().raw('}', '.', '.'), "goes on after its end");
    PickledBatch huge = new PickledBatch().raw('}', '(').text("data");
    huge.array("u1", 1 << 30, 1 << 30, false, new byte[16]);
    refused(huge.raw('u', '.'), "size is not that of its bytes");
    PickledBatch floats = new PickledBatch().raw('}', '(').text("data");
    floats.array("f4", 2, 2, false, new byte[16]);
    refused(floats.raw('u', '.'), "array of f4");
  }

  @Test
  void whatIsMissingOrDoesNotFitIsTold() throws IOException {
    byte[] whole = PickledBatch.cifar("labels", 10, 10, false);
    put("data_batch_1", Arrays.copyOf(whole, 9999));
    told("data_batch_1", "cut short", "cifar-10-python.tar.gz");
    put("data_batch_1", PickledBatch.meta("label_names", TEN));
    told("has no \"data\" and \"labels\"");
    put("data_batch_1", PickledBatch.cifar("labels", 12, 11, false));
    told("image 10 has the label 10", "0 to 9");
    put("data_batch_1", whole);
    put("batches.meta", new PickledBatch().raw(']', '.').bytes());
    told("batches.meta", "holds no dictionary");
    TestFiles.assertTold(
        () ->
            DataSets.open(
                folder.resolve("data_batch_1").toString(),
                32,
                Split.TRAIN,
                temp.resolve("cache"),
                Progress.NONE),
        "Choose the folder");
  }

  private void refused(PickledBatch pickle, String text) throws IOException {
    put("data_batch_1", pickle.bytes());
    told("data_batch_1", text, "cifar-10-python.tar.gz");
  }

  private void told(String... texts) {
    TestFiles.assertTold(() -> open(Split.TRAIN), texts);
  }

  private static byte[] binary(int count, int classes, int labelBytes) {
    int record = labelBytes + 3072;
    byte[] bytes = new byte[count * record];
    for (int i = 0; i < count; i++) {
      for (int p = 0; p < 3072; p++) {
        bytes[i * record + labelBytes + p] = (byte) (i % classes + p / 1024 * 100);
      }
      bytes[i * record + labelBytes - 1] = (byte) (i % classes);
    }
    return bytes;
  }

  private void put(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private DataSummary inspect() {
    return DataSets.inspect(folder.toString(), temp.resolve("cache"), Progress.NONE);
  }

  private DataSet open(Split split) {
    return DataSets.open(folder.toString(), 32, split, temp.resolve("cache"), Progress.NONE);
  }
}
