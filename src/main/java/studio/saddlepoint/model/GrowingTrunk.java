package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Resolution;

/**
 * The trunk of a discriminator that grows (Karras et al. 2018, figure 2), the mirror of {@link
 * GrowingSynthesis}: a way from pictures of each size, then stages that halve the maps.
 */
public final class GrowingTrunk extends ContextLayer implements Staged {
  private final List<Layer> fromPictures = new ArrayList<>();
  private final List<Layer> halvings = new ArrayList<>();
  private final Layer last;
  private final Sizes sizes;

  /**
   * Stages.
   *
   * @param smallest side of the last stage's maps
   * @param fromPictures of each size from the smallest, (N, C, s, s) to (N, F, s, s)
   * @param halvings from each size but the smallest to the one below it
   * @param last from maps of the smallest size to features
   */
  public GrowingTrunk(int smallest, List<Layer> fromPictures, List<Layer> halvings, Layer last) {
    sizes = new Sizes(smallest, fromPictures.size());
    for (int i = 0; i < fromPictures.size(); i++) {
      this.fromPictures.add(addChildBlock("fromPicture" + i, fromPictures.get(i)));
    }
    for (int i = 0; i < halvings.size(); i++) {
      this.halvings.add(addChildBlock("halving" + i, halvings.get(i)));
    }
    this.last = addChildBlock("last", last);
  }

  @Override
  public NDArray apply(NDArray pictures, ForwardContext context) {
    Resolution now = sizes.at(context);
    int newest = sizes.stage(now);
    NDArray maps = fromPictures.get(newest).apply(pictures, context);
    for (int i = newest; i > 0; i--) {
      maps = halvings.get(i - 1).apply(maps, context);
      if (i == newest && now.fade() < 1) {
        NDArray old = fromPictures.get(i - 1).apply(Fade.shrunk(pictures), context);
        maps = Fade.mix(old, maps, now.fade());
      }
    }
    return last.apply(maps, context);
  }

  /**
   * From the largest pictures: the way from them with the stage that halves them, and so on. The
   * way from the smallest ones belongs to the last stage, where that learns anything.
   */
  @Override
  public List<List<Layer>> stages() {
    List<List<Layer>> stages = new ArrayList<>();
    for (int i = halvings.size(); i > 0; i--) {
      stages.add(new ArrayList<>(List.of(fromPictures.get(i), halvings.get(i - 1))));
    }
    if (stages.isEmpty() || !last.getParameters().isEmpty()) {
      stages.add(new ArrayList<>(List.of(last)));
    }
    stages.get(stages.size() - 1).add(fromPictures.get(0));
    return stages;
  }

  @Override
  protected Shape outputShape(Shape in) {
    Shape maps = of(fromPictures.get(fromPictures.size() - 1), in);
    for (int i = halvings.size() - 1; i >= 0; i--) {
      maps = of(halvings.get(i), maps);
    }
    return of(last, maps);
  }

  private static Shape of(Layer layer, Shape in) {
    return layer.getOutputShapes(new Shape[] {in})[0];
  }
}
