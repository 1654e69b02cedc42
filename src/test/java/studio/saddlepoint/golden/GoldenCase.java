package studio.saddlepoint.golden;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One case of the index.
 *
 * @param id its name
 * @param op the operation
 * @param args the operation's settings
 * @param outputs names of what must be computed
 * @param rtol relative tolerance
 * @param atol absolute tolerance
 * @param file where its arrays are
 */
record GoldenCase(
    String id,
    String op,
    JsonObject args,
    List<String> outputs,
    double rtol,
    double atol,
    Path file) {

  static List<GoldenCase> list(Path folder) throws IOException {
    JsonObject index =
        JsonParser.parseString(Files.readString(folder.resolve("index.json"))).getAsJsonObject();
    List<GoldenCase> cases = new ArrayList<>();
    for (JsonElement each : index.getAsJsonArray("cases")) {
      JsonObject entry = each.getAsJsonObject();
      String id = entry.get("id").getAsString();
      cases.add(
          new GoldenCase(
              id,
              entry.get("op").getAsString(),
              entry.getAsJsonObject("args"),
              names(entry.getAsJsonArray("outputs")),
              entry.get("rtol").getAsDouble(),
              entry.get("atol").getAsDouble(),
              folder.resolve(id + ".npz")));
    }
    return cases;
  }

  private static List<String> names(JsonArray array) {
    return array.asList().stream().map(JsonElement::getAsString).toList();
  }

  /** The arrays of inputs and expected outputs. */
  Map<String, GoldenArray> arrays() throws IOException {
    return Npz.read(file);
  }

  @Override
  public String toString() {
    return id;
  }
}
