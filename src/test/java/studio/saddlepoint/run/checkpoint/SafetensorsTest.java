package studio.saddlepoint.run.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.core.StudioException;

class SafetensorsTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("w.safetensors");
  }

  private String refusal() {
    String message = assertThrows(StudioException.class, () -> Safetensors.read(file)).getMessage();
    assertTrue(message.contains(file.toString()), message);
    return message;
  }

  private void write(String header, int dataBytes) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + json.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(file, bytes.putLong(json.length).put(json).array());
  }

  @Test
  void tensorsAndTextsComeBackUnchanged() {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    float[] odd = {1.5f, Float.NaN, -0.0f, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, 3};
    tensors.put("b", new HostTensor("U8", new long[] {3}, ByteBuffer.wrap(new byte[] {1, 2, 3})));
    tensors.put("\u00e9 \"quoted\"", HostTensor.of(odd, 2, 3));
    tensors.put("steps", HostTensor.of(new long[] {Long.MIN_VALUE}));
    tensors.put("empty", HostTensor.of(new float[0], 0, 5));
    Map<String, String> texts = Map.of("recipe", "{\n\"a\": \"<&>\"}", "empty", "");
    Safetensors.write(file, tensors, texts);

    Safetensors.Loaded loaded = Safetensors.read(file);
    assertEquals(tensors, loaded.tensors());
    assertEquals(texts, loaded.metadata());
    assertArrayEquals(odd, loaded.tensors().get("\u00e9 \"quoted\"").floats());
    assertArrayEquals(new long[] {Long.MIN_VALUE}, loaded.tensors().get("steps").longs());
  }

  @Test
  void theBytesAreThoseOfThePublicFormat() throws IOException {
    Safetensors.write(file, Map.of("w", HostTensor.of(new float[] {1, -2}, 2)), Map.of("k", "v"));
    String header =
        "{\"__metadata__\":{\"k\":\"v\"},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
    int padded = (header.length() + 7) / 8 * 8;
    ByteBuffer expected = ByteBuffer.allocate(8 + padded + 8).order(ByteOrder.LITTLE_ENDIAN);
    expected.putLong(padded).put(header.getBytes(StandardCharsets.UTF_8));
    while (expected.position() < 8 + padded) {
      expected.put((byte) ' ');
    }
    expected.putFloat(1).putFloat(-2);
    assertArrayEquals(expected.array(), Files.readAllBytes(file));
  }

  @Test
  void aFileWithoutTensorsIsWhole() {
    Safetensors.write(file, Map.of(), Map.of());
    assertTrue(Safetensors.read(file).tensors().isEmpty());
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    Safetensors.write(file, Map.of("w", HostTensor.of(new float[] {1, -2}, 2)), Map.of("k", "v"));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      refusal();
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    refusal();
  }

  @Test
  void randomDamageNeverFailsWithoutWords() throws IOException {
    Safetensors.write(file, Map.of("w", HostTensor.of(new float[] {1, -2}, 2)), Map.of("k", "v"));
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      Files.write(file, damaged);
      try {
        Safetensors.read(file);
      } catch (StudioException e) {
        assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
      }
    }
  }

  @Test
  void aHeaderLongerThanTheFileIsRefused() throws IOException {
    for (long length : new long[] {-1, Long.MIN_VALUE, 1L << 40, 9, 200_000_000}) {
      ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
      Files.write(file, bytes.putLong(length).array());
      assertTrue(refusal().contains("header"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}|8|belong to none",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}|8|follows a gap",
        "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,12]}}|8|truncated",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},"
            + "'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}|8|overlaps",
        "{'a':{'dtype':'F4','shape':[2],'data_offsets':[0,8]}}|8|unknown dtype F4",
        "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}|8|needs 12",
        "{'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}}|8|-2 in its shape",
        "{'a':{'dtype':'F32','shape':[2.5],'data_offsets':[0,8]}}|8|2.5 in its shape",
        "{'a':{'dtype':'F32','shape':[9999999999,9999999999],'data_offsets':[0,8]}}"
            + "|8|impossible shape",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}}|8|wrong data_offsets",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8]}}|8|wrong data_offsets",
        "{'a':{'dtype':'F32','shape':[2]}}|8|no data_offsets",
        "{'a':{'shape':[2],'data_offsets':[0,8]}}|8|no dtype",
        "{'a':7}|0|not described",
        "{'__metadata__':{'k':1}}|0|not a text",
        "{'__metadata__':[]}|0|not an object",
        "[]|0|not a JSON object",
        "{'a|0|not valid JSON"
      })
  void headersThatLieAreRefused(String header, int dataBytes, String said) throws IOException {
    write(header.replace('\'', '"'), dataBytes);
    String message = refusal();
    assertTrue(message.contains(said), message);
  }

  @Test
  void aMissingFileAndAFolderAreRefused() throws IOException {
    assertTrue(refusal().contains("gone"));
    Files.createDirectory(file);
    refusal();
  }

  @Test
  void aTensorCannotBeChangedNorHoldAnotherNumberOfElements() {
    HostTensor tensor = HostTensor.of(new float[] {1, 2}, 2);
    tensor.data().position(4);
    assertEquals(0, tensor.data().position());
    assertThrows(ReadOnlyBufferException.class, () -> tensor.data().put(0, (byte) 1));
    assertThrows(IllegalStateException.class, tensor::longs);
    for (long[] shape : List.of(new long[] {3}, new long[] {-2}, new long[] {})) {
      assertThrows(IllegalArgumentException.class, () -> HostTensor.of(new float[] {1, 2}, shape));
    }
  }
}
