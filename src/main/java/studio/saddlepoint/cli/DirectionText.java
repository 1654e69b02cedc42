package studio.saddlepoint.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import studio.saddlepoint.core.English;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.latent.direction.Direction;

/** Directions in the answers of commands. */
final class DirectionText {
  private DirectionText() {}

  /** For machines. */
  static Map<String, Object> document(Direction direction) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", direction.name());
    document.put("method", direction.origin().method().id());
    document.put("space", direction.space().id());
    document.put(
        "layers", direction.layers().equals(LayerRange.ALL) ? null : direction.layers().toString());
    document.put("numbers", direction.vector().size());
    document.put("deviation", direction.deviation());
    document.put("settings", direction.origin().settings());
    document.put("seed", direction.origin().seed());
    document.put("step", direction.origin().step());
    return document;
  }

  /** For people, such as {@code ring (classifier, z, step 1,500)}. */
  static String line(Direction direction) {
    String layers =
        direction.space() == Space.Z || direction.layers().equals(LayerRange.ALL)
            ? ""
            : " layers " + direction.layers();
    return English.of(
        "%s (%s, %s%s, step %,d)",
        direction.name(),
        direction.origin().method().id(),
        direction.space().id(),
        layers,
        direction.origin().step());
  }
}
