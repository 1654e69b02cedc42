package studio.saddlepoint.run;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.core.Picture;

/**
 * The pictures of a sample sheet.
 *
 * @param samples the sheet itself
 * @param companions what is kept beside it
 */
public record SheetPictures(Picture samples, Map<SheetCompanion, Picture> companions) {
  /** Copies the companions. */
  public SheetPictures {
    Map<SheetCompanion, Picture> all = new EnumMap<>(SheetCompanion.class);
    all.putAll(companions);
    companions = java.util.Collections.unmodifiableMap(all);
  }

  /** A sheet with nothing beside it. */
  public SheetPictures(Picture samples) {
    this(samples, Map.of());
  }

  /** What is kept beside the sheet; empty where there is no such picture. */
  public Optional<Picture> companion(SheetCompanion kind) {
    return Optional.ofNullable(companions.get(kind));
  }
}
