package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.torch.script.ScriptText;

/**
 * The synthesis of a generator that grows (Karras et al. 2018, figure 2): stages that double the
 * maps, each with a way to pictures of its own. At the pass's resolution the pictures of the newest
 * stage are mixed with those of the one before, enlarged by nearest neighbours, while it fades in.
 */
public final class GrowingSynthesis extends ContextLayer {
  private final List<Layer> stages = new ArrayList<>();
  private final List<Layer> toPictures = new ArrayList<>();
  private final Sizes sizes;

  /**
   * Stages.
   *
   * @param smallest side of the first stage's maps
   * @param stages the first from codes to (N, F, s, s), each further one doubles the side
   * @param toPictures of each stage, to (N, C, s, s)
   */
  public GrowingSynthesis(int smallest, List<Layer> stages, List<Layer> toPictures) {
    sizes = new Sizes(smallest, stages.size());
    for (int i = 0; i < stages.size(); i++) {
      this.stages.add(addChildBlock("stage" + i, stages.get(i)));
      this.toPictures.add(addChildBlock("toPicture" + i, toPictures.get(i)));
    }
  }

  @Override
  public NDArray apply(NDArray code, ForwardContext context) {
    Resolution now = sizes.at(context);
    int newest = sizes.stage(now);
    NDArray before = code;
    NDArray maps = code;
    for (int i = 0; i <= newest; i++) {
      before = maps;
      maps = stages.get(i).apply(before, context);
    }
    NDArray made = toPictures.get(newest).apply(maps, context);
    return newest == 0 || now.fade() == 1
        ? made
        : Fade.mix(
            Fade.enlarged(toPictures.get(newest - 1).apply(before, context)), made, now.fade());
  }

  @Override
  public List<NDArray> inputWeights() {
    return stages.get(0).inputWeights();
  }

  @Override
  public NDArray applyStages(NDArray code, ForwardContext context, int count) {
    NDArray maps = code;
    for (int i = 0; i < Math.min(count, stages.size()); i++) {
      maps = stages.get(i).apply(maps, context);
    }
    return maps;
  }

  @Override
  public String script(ScriptPass pass, String code) {
    Resolution now = pass.resolution().orElseGet(() -> Resolution.of(sizes.of(stages.size() - 1)));
    int newest = sizes.stage(now);
    String before = code;
    String maps = code;
    for (int i = 0; i <= newest; i++) {
      before = maps;
      maps = stages.get(i).script(pass, before);
    }
    String made = toPictures.get(newest).script(pass, maps);
    if (newest == 0 || now.fade() == 1) {
      return made;
    }
    String small = toPictures.get(newest - 1).script(pass, before);
    String old = pass.call("upsample_nearest", small, ScriptText.ints(2));
    return pass.let(
        ScriptText.of(
            "torch.add(torch.mul(%s, %s), torch.mul(%s, %s))",
            old, ScriptText.number(1 - now.fade()), made, ScriptText.number(now.fade())));
  }

  @Override
  protected Shape outputShape(Shape in) {
    Shape maps = in;
    for (Layer stage : stages) {
      maps = stage.getOutputShapes(new Shape[] {maps})[0];
    }
    return toPictures.get(toPictures.size() - 1).getOutputShapes(new Shape[] {maps})[0];
  }
}
