package studio.saddlepoint.latent.mixing;

import java.util.LinkedHashMap;
import java.util.Map;
import studio.saddlepoint.latent.LayerNoise;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.WTruncation;

/**
 * A grid of mixed pictures, as it is asked for: the picture of a row and a column has the styles of
 * the row's code, but in some layers those of the column's.
 *
 * @param rows seeds of the rows' codes
 * @param columns seeds of the columns' codes
 * @param layers whose styles come from the columns
 * @param label the class of all codes, where the generator is conditional
 * @param inW truncation of all codes
 * @param noise that the layers add
 */
public record MixingRequest(
    SeedList rows,
    SeedList columns,
    LayerRange layers,
    int label,
    WTruncation inW,
    LayerNoise noise) {
  /** What files say of the grid, by key. */
  public Map<String, String> notes() {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("rows", rows.toString());
    notes.put("columns", columns.toString());
    notes.put("mixed-layers", layers.toString());
    notes.putAll(inW.notes());
    notes.putAll(noise.notes());
    return notes;
  }
}
