package studio.saddlepoint.latent.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.SampleCodes;
import studio.saddlepoint.latent.Shift;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.recipe.RecipeJson;

/**
 * The origin of samples, as their files tell.
 *
 * @param shape of each sample
 * @param classNames those the generator knows; none where it is not told the class
 * @param notes texts by key, the same for all samples
 */
record SampleOrigin(ImageShape shape, List<String> classNames, Map<String, String> notes) {
  /**
   * The origin of samples of a snapshot.
   *
   * @param run id of the run
   * @param codes the samples' codes
   */
  static SampleOrigin of(Snapshot snapshot, String run, SampleCodes codes) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("Software", "Saddlepoint");
    notes.put("run", run);
    notes.put("step", Long.toString(snapshot.step()));
    notes.put("weights", snapshot.averaged() ? "averaged" : "raw");
    notes.put("seed", Long.toString(codes.seed()));
    notes.putAll(codes.notes());
    notes.putAll(snapshot.inW().notes());
    notes.putAll(snapshot.noise().notes());
    notes.putAll(Shift.notes(snapshot.shifts()));
    notes.putAll(snapshot.mix().notes(snapshot.latent().classNames()));
    notes.put("recipe", RecipeJson.write(snapshot.recipe()));
    return new SampleOrigin(snapshot.shape(), snapshot.latent().classNames(), notes);
  }
}
