package studio.saddlepoint.run.checkpoint;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON header of a safetensors file.
 *
 * @param entries the tensors in the order of their bytes
 * @param metadata texts by name
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final String METADATA = "__metadata__";
  private static final int ALIGNMENT = 8;

  /**
   * One tensor.
   *
   * @param begin first byte, counted from the end of the header
   * @param end byte after the last
   */
  record Entry(String name, String dtype, long[] shape, long begin, long end) {
    long bytes() {
      return end - begin;
    }
  }

  /**
   * The header of tensors: the widest elements first, so that all lie aligned, then by name (the
   * order of the reference implementation).
   */
  static SafetensorsHeader of(Map<String, HostTensor> tensors, Map<String, String> metadata) {
    List<Map.Entry<String, HostTensor>> sorted = new ArrayList<>(tensors.entrySet());
    sorted.sort(
        Comparator.<Map.Entry<String, HostTensor>>comparingInt(
                each -> -HostTensor.bytes(each.getValue().dtype()))
            .thenComparing(Map.Entry::getKey));
    List<Entry> entries = new ArrayList<>();
    long at = 0;
    for (Map.Entry<String, HostTensor> each : sorted) {
      if (each.getKey().equals(METADATA)) {
        throw new IllegalArgumentException("A tensor cannot be called " + METADATA);
      }
      HostTensor tensor = each.getValue();
      long end = at + tensor.data().remaining();
      entries.add(new Entry(each.getKey(), tensor.dtype(), tensor.shape(), at, end));
      at = end;
    }
    return new SafetensorsHeader(entries, metadata);
  }

  /** The JSON, padded with spaces so that the data begins at a multiple of 8 bytes. */
  byte[] toBytes() {
    JsonObject root = new JsonObject();
    if (!metadata.isEmpty()) {
      root.add(METADATA, GSON.toJsonTree(metadata));
    }
    for (Entry entry : entries) {
      JsonObject tensor = new JsonObject();
      tensor.addProperty("dtype", entry.dtype());
      tensor.add("shape", GSON.toJsonTree(entry.shape()));
      tensor.add("data_offsets", GSON.toJsonTree(new long[] {entry.begin(), entry.end()}));
      root.add(entry.name(), tensor);
    }
    byte[] json = GSON.toJson(root).getBytes(StandardCharsets.UTF_8);
    int padded = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    byte[] bytes = Arrays.copyOf(json, padded);
    Arrays.fill(bytes, json.length, padded, (byte) ' ');
    return bytes;
  }

  /**
   * Reads and checks a header: types known, shapes and offsets agree, the tensors fill the data
   * without gaps or overlaps.
   *
   * @param bytes the header
   * @param dataLength bytes after the header
   * @throws IllegalArgumentException that says what is wrong
   */
  static SafetensorsHeader parse(ByteBuffer bytes, long dataLength) {
    JsonObject root = json(bytes);
    Map<String, String> metadata = new LinkedHashMap<>();
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonElement> each : root.entrySet()) {
      if (each.getKey().equals(METADATA)) {
        readMetadata(each.getValue(), metadata);
      } else {
        entries.add(entry(each.getKey(), each.getValue()));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    long at = 0;
    for (Entry entry : entries) {
      if (entry.end() > dataLength) {
        throw wrong(
            entry.name(),
            "ends at byte " + entry.end() + " of " + dataLength + ": the file is truncated");
      }
      if (entry.begin() != at) {
        throw wrong(entry.name(), entry.begin() < at ? "overlaps another tensor" : "follows a gap");
      }
      at = entry.end();
    }
    if (at != dataLength) {
      throw new IllegalArgumentException(
          (dataLength - at) + " bytes after the last tensor belong to none");
    }
    return new SafetensorsHeader(entries, metadata);
  }

  private static JsonObject json(ByteBuffer bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      JsonElement root = JsonParser.parseString(text);
      if (text.startsWith("{") && root.isJsonObject()) {
        return root.getAsJsonObject();
      }
    } catch (CharacterCodingException | com.google.gson.JsonParseException e) {
      throw new IllegalArgumentException("the header is not valid JSON", e);
    }
    throw new IllegalArgumentException("the header is not a JSON object");
  }

  private static void readMetadata(JsonElement element, Map<String, String> into) {
    if (!element.isJsonObject()) {
      throw new IllegalArgumentException(METADATA + " is not an object");
    }
    element
        .getAsJsonObject()
        .entrySet()
        .forEach(
            each -> {
              JsonElement value = each.getValue();
              if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
                throw new IllegalArgumentException(
                    METADATA + "." + each.getKey() + " is not a text");
              }
              into.put(each.getKey(), value.getAsString());
            });
  }

  private static Entry entry(String name, JsonElement element) {
    if (!element.isJsonObject()) {
      throw wrong(name, "is not described by an object");
    }
    JsonObject object = element.getAsJsonObject();
    if (!object.has("dtype") || !object.get("dtype").isJsonPrimitive()) {
      throw wrong(name, "has no dtype");
    }
    String dtype = object.get("dtype").getAsString();
    int elementBytes = HostTensor.bytes(dtype);
    if (elementBytes == 0) {
      throw wrong(name, "has the unknown dtype " + dtype);
    }
    long[] shape = numbers(name, object, "shape");
    long[] offsets = numbers(name, object, "data_offsets");
    if (offsets.length != 2 || offsets[0] > offsets[1]) {
      throw wrong(name, "has wrong data_offsets " + Arrays.toString(offsets));
    }
    long bytes;
    try {
      bytes = Math.multiplyExact(HostTensor.count(shape), elementBytes);
    } catch (ArithmeticException e) {
      throw wrong(name, "has the impossible shape " + Arrays.toString(shape));
    }
    if (offsets[1] - offsets[0] != bytes) {
      throw wrong(
          name,
          "has "
              + (offsets[1] - offsets[0])
              + " bytes where "
              + dtype
              + Arrays.toString(shape)
              + " needs "
              + bytes);
    }
    return new Entry(name, dtype, shape, offsets[0], offsets[1]);
  }

  private static long[] numbers(String name, JsonObject object, String key) {
    JsonElement element = object.get(key);
    if (element == null || !element.isJsonArray()) {
      throw wrong(name, "has no " + key);
    }
    JsonArray array = element.getAsJsonArray();
    long[] numbers = new long[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonElement each = array.get(i);
      if (!each.isJsonPrimitive() || !each.getAsString().matches("\\d{1,18}")) {
        throw wrong(name, "has " + each + " in its " + key);
      }
      numbers[i] = each.getAsLong();
    }
    return numbers;
  }

  private static IllegalArgumentException wrong(String name, String what) {
    return new IllegalArgumentException("tensor " + name + " " + what);
  }
}
