package studio.saddlepoint.app.pictures;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.core.Picture;

/**
 * A picture that can be looked at closely.
 *
 * @param picture the picture itself
 * @param caption what it is, on a line
 * @param name of a file of it, without an ending
 * @param notes what is known of it, by keyword, as its file tells
 * @param lead where else it leads; empty for nowhere
 */
public record Look(
    Picture picture, String caption, String name, Map<String, String> notes, Optional<Lead> lead) {
  /**
   * A button beside the picture.
   *
   * @param key of its words; {@code KEY.tip} is its tooltip
   * @param go what it does, once the picture is put away
   */
  public record Lead(String key, Runnable go) {}

  /** Copies the notes. */
  public Look {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Software", "Saddlepoint");
    all.putAll(notes);
    notes = java.util.Collections.unmodifiableMap(all);
  }

  /** A picture that leads nowhere. */
  public Look(Picture picture, String caption, String name, Map<String, String> notes) {
    this(picture, caption, name, notes, Optional.empty());
  }
}
