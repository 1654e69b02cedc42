package studio.saddlepoint.latent.walk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.film.FilmFrame;
import studio.saddlepoint.latent.film.FrameSource;
import studio.saddlepoint.recipe.RecipeJson;

/**
 * The pictures of a walk.
 *
 * @param snapshot draws them; truncated in w where that is wanted; stays open
 * @param walk where it goes
 * @param label the class, where the generator is conditional
 * @param threshold truncation in z, above 0; infinite for none
 */
public record WalkFilm(Snapshot snapshot, Walk walk, int label, double threshold)
    implements FrameSource {
  /**
   * Checks that the generator takes its keys.
   *
   * @throws StudioException if one of them is of another generator
   */
  public WalkFilm {
    int size = snapshot.latent().size();
    for (LatentPoint each : walk.keys()) {
      if (!each.fits(size)) {
        throw new StudioException(
            "A key of the walk does not fit this generator, whose codes have "
                + size
                + " numbers: it was found for another one. Choose another key.");
      }
    }
  }

  @Override
  public int count() {
    return walk.frames();
  }

  @Override
  public List<FilmFrame> range(int from, int to) {
    return pictures(walk.points(from, to)).stream().map(FilmFrame::new).toList();
  }

  private List<Picture> pictures(List<LatentPoint> points) {
    float[][] codes =
        points.stream()
            .map(each -> each.code(snapshot.latent().size(), threshold))
            .toArray(float[][]::new);
    int[] labels = new int[codes.length];
    Arrays.fill(labels, label);
    return snapshot.render(codes, labels, threshold);
  }

  /**
   * What files tell of it, by keyword.
   *
   * @param run id of the run that the generator is from
   */
  public Map<String, String> notes(String run) {
    List<String> names = snapshot.latent().classNames();
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("Software", "Saddlepoint");
    notes.put("run", run);
    notes.put("step", Long.toString(snapshot.step()));
    notes.put("weights", snapshot.averaged() ? "averaged" : "raw");
    notes.put("walk", WalkJson.write(walk));
    if (!Double.isInfinite(threshold)) {
      notes.put("truncation", Double.toString(threshold));
    }
    notes.putAll(snapshot.inW().notes());
    notes.putAll(snapshot.noise().notes());
    if (!names.isEmpty()) {
      notes.put("class", names.get(label));
    }
    notes.put("recipe", RecipeJson.write(snapshot.recipe()));
    return notes;
  }
}
