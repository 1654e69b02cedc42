package studio.saddlepoint.latent.code;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.run.file.RunDiskErrors;
import studio.saddlepoint.run.file.UnreadableFile;

/**
 * Codes as a JSON file, in a run folder and on their way to another: {@code {"format":
 * "saddlepoint-codes", "version": 1, "codes": [{"name", "code", "class", "made", "step", "note",
 * "picture"}]}}. Only {@code name} and {@code code} must be there.
 */
final class CodesJson {
  private static final String FORMAT = "saddlepoint-codes";
  private static final int VERSION = 1;

  /** A thousand codes of 18 layers of 512 numbers, with their pictures, are half of it. */
  private static final long MOST_BYTES = 256_000_000;

  private static final String ADVICE =
      "Repair it or move it away: nothing is written over it meanwhile.";
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private CodesJson() {}

  /** The text of a file. */
  static String write(List<Bookmark> codes) {
    JsonArray array = new JsonArray();
    codes.forEach(each -> array.add(object(each)));
    JsonObject root = new JsonObject();
    root.addProperty("format", FORMAT);
    root.addProperty("version", VERSION);
    root.add("codes", array);
    return GSON.toJson(root) + "\n";
  }

  private static JsonObject object(Bookmark bookmark) {
    NamedCode code = bookmark.code();
    JsonObject object = new JsonObject();
    object.addProperty("name", code.name());
    object.addProperty("code", code.point().toString());
    code.className().ifPresent(name -> object.addProperty("class", name));
    object.addProperty("made", code.made().toString());
    code.step().ifPresent(step -> object.addProperty("step", step));
    if (!code.note().isEmpty()) {
      object.addProperty("note", code.note());
    }
    bookmark.thumbnail().ifPresent(png -> object.addProperty("picture", png.base64()));
    return object;
  }

  /**
   * Reads a file.
   *
   * @throws UnreadableFile if it is none of these, damaged, or of a later version
   */
  static List<Bookmark> read(Path file) {
    String text;
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw refused(file, "is too large for a file of latent codes");
      }
      text = Files.readString(file);
    } catch (IOException e) {
      throw RunDiskErrors.reading(file, e);
    }
    return read(file, text);
  }

  private static List<Bookmark> read(Path file, String text) {
    JsonObject root = root(file, text);
    if (!text(root, "format").equals(Optional.of(FORMAT))) {
      throw refused(
          file, English.of("is no file of latent codes: its \"format\" is not \"%s\"", FORMAT));
    }
    OptionalLong version = whole(root, "version");
    if (version.isEmpty() || version.getAsLong() < 1) {
      throw refused(file, "is damaged: it has no \"version\"");
    }
    if (version.getAsLong() > VERSION) {
      throw new UnreadableFile(
          file,
          English.of(
              "is of a later version of Saddlepoint (its format is %d)", version.getAsLong()),
          "Use that version: nothing is written over the file meanwhile.");
    }
    if (!(root.get("codes") instanceof JsonArray array)) {
      throw refused(file, "is damaged: it has no list \"codes\"");
    }
    List<Bookmark> codes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonElement each : array) {
      Bookmark bookmark = bookmark(file, each, codes.size() + 1);
      if (!names.add(NamedCode.key(bookmark.name()))) {
        throw refused(file, English.of("is damaged: it has \"%s\" twice", bookmark.name()));
      }
      codes.add(bookmark);
    }
    return codes;
  }

  private static JsonObject root(Path file, String text) {
    try {
      if (JsonParser.parseString(text) instanceof JsonObject root) {
        return root;
      }
    } catch (JsonParseException e) {
      throw new UnreadableFile(file, "is damaged: it is no JSON", ADVICE, e);
    }
    throw refused(file, text.isBlank() ? "is empty" : "is damaged: it is no JSON object");
  }

  private static Bookmark bookmark(Path file, JsonElement element, int number) {
    if (!(element instanceof JsonObject object)) {
      throw refused(file, English.of("is damaged: its code %d is no object", number));
    }
    String name = text(object, "name").orElse("");
    String code = text(object, "code").orElse("");
    if (name.isBlank() || code.isBlank()) {
      throw refused(
          file,
          English.of(
              "is damaged: its code %d has no \"%s\"", number, name.isBlank() ? "name" : "code"));
    }
    try {
      NamedCode named =
          new NamedCode(
              name,
              LatentPoint.parse(code),
              text(object, "class"),
              Instant.parse(text(object, "made").orElse(Instant.EPOCH.toString())),
              whole(object, "step"),
              text(object, "note").orElse(""));
      return new Bookmark(named, text(object, "picture").map(Thumbnail::new));
    } catch (StudioException | DateTimeParseException e) {
      throw new UnreadableFile(
          file,
          English.of("is damaged in its code \"%s\": %s", name, e.getMessage())
              .replaceAll("\\.$", ""),
          ADVICE,
          e);
    }
  }

  private static Optional<String> text(JsonObject object, String key) {
    return object.get(key) instanceof JsonPrimitive value && value.isString()
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }

  private static OptionalLong whole(JsonObject object, String key) {
    if (object.get(key) instanceof JsonPrimitive value && value.isNumber()) {
      try {
        return OptionalLong.of(value.getAsBigDecimal().longValueExact());
      } catch (ArithmeticException | NumberFormatException e) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.empty();
  }

  private static UnreadableFile refused(Path file, String reason) {
    return new UnreadableFile(file, reason, ADVICE);
  }
}
