package studio.saddlepoint.lab.microscope;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import studio.saddlepoint.lab.microscope.LayerInfo.Kind;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.LayerObserver;
import studio.saddlepoint.nn.StatelessLayer;
import studio.saddlepoint.nn.norm.BatchNorm;
import studio.saddlepoint.nn.norm.ConditionalBatchNorm;

/** Writes down which layers a pass goes through: those that hold no other one that is seen. */
final class Recorder implements LayerObserver {
  /** They change no number. */
  private static final Set<String> UNSEEN = Set.of("memory order", "reshape");

  private final List<Layer> layers = new ArrayList<>();
  private final List<LayerInfo> infos = new ArrayList<>();

  @Override
  public NDArray passed(Layer layer, NDArray in, NDArray out) {
    String name = LayerNames.of(layer);
    if (!UNSEEN.contains(name) && layers.stream().noneMatch(each -> holds(layer, each))) {
      Shape shape = out.getShape();
      boolean spatial = shape.dimension() == 4;
      infos.add(
          new LayerInfo(
              layers.size(),
              name,
              kind(layer),
              Math.toIntExact(spatial ? shape.get(1) : shape.size() / shape.get(0)),
              spatial ? Math.toIntExact(shape.get(2)) : 0,
              spatial ? Math.toIntExact(shape.get(3)) : 0));
      layers.add(layer);
    }
    return out;
  }

  private static Kind kind(Layer layer) {
    if (layer instanceof BatchNorm || layer instanceof ConditionalBatchNorm) {
      return Kind.NORM;
    }
    if (layer instanceof StatelessLayer stateless) {
      return stateless.bends() ? Kind.BEND : Kind.OTHER;
    }
    return layer.getDirectParameters().contains("weight") ? Kind.WEIGHTS : Kind.OTHER;
  }

  private static boolean holds(Block outer, Block inner) {
    return outer == inner
        || outer.getChildren().values().stream().anyMatch(each -> holds(each, inner));
  }

  /** The layers, in the order of the pass. */
  List<Layer> layers() {
    return List.copyOf(layers);
  }

  /** What they are called, and what they make. */
  List<LayerInfo> infos() {
    return List.copyOf(infos);
  }
}
