package studio.saddlepoint.latent.walk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.CodeDrawing;
import studio.saddlepoint.latent.CodeSizes;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Shift;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.Space;
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
   * @throws StudioException if one of them is of another generator, or the walk goes through w and
   *     there is none
   */
  public WalkFilm {
    if (walk.space() == Space.W && !snapshot.hasMapping()) {
      throw new StudioException(
          "The walk goes through w, and this generator has no mapping network, such as StyleGAN's: let it go through z.");
    }
    CodeSizes sizes = snapshot.codeSizes();
    for (LatentPoint each : walk.keys()) {
      if (!each.fits(sizes)) {
        throw new StudioException(
            "A key of the walk does not fit this generator, whose codes have "
                + sizes.z()
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
    int[] labels = new int[points.size()];
    Arrays.fill(labels, label);
    return CodeDrawing.draw(snapshot, points, labels, threshold);
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
    notes.putAll(Shift.notes(snapshot.shifts()));
    notes.putAll(snapshot.mix().notes(names));
    if (!names.isEmpty()) {
      notes.put("class", names.get(label));
    }
    notes.put("recipe", RecipeJson.write(snapshot.recipe()));
    return notes;
  }
}
