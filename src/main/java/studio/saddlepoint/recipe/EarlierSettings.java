package studio.saddlepoint.recipe;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;

/** Settings as earlier versions wrote them, which are read for ever. */
public final class EarlierSettings {
  private static final String LOSS = "method.loss";
  private static final String BEGAN = "began";

  private EarlierSettings() {}

  /**
   * A setting as it is written now: BEGAN, once a loss, is a method.
   *
   * @param key of a hyper-parameter
   * @param value the text of its value
   */
  public static Map.Entry<String, String> now(String key, String value) {
    return key.equals(LOSS) && value.equals(BEGAN)
        ? Map.entry("method.kind", BEGAN)
        : Map.entry(key, value);
  }

  /** Writes a recipe's settings as they are written now. */
  static void renew(JsonObject recipe) {
    if (recipe.get("method") instanceof JsonObject method
        && method.get("loss") instanceof JsonPrimitive loss
        && loss.getAsString().equals(BEGAN)) {
      method.remove("loss");
      method.addProperty("kind", BEGAN);
    }
  }
}
