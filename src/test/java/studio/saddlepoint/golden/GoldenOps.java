package studio.saddlepoint.golden;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every operation that is built, by its name in the index. */
final class GoldenOps {
  private static final List<Map<String, GoldenOp>> FILES =
      List.of(
          LayersGolden.OPS,
          NormsGolden.OPS,
          OptimizersGolden.OPS,
          MetricsGolden.OPS,
          LatentGolden.OPS,
          LossesGolden.OPS,
          RegularizersGolden.OPS,
          TrainingGolden.OPS,
          R3ganGolden.OPS,
          VaeGolden.OPS,
          GrowingGolden.OPS,
          AugmentGolden.OPS,
          StyleGolden.OPS);

  private GoldenOps() {}

  static Map<String, GoldenOp> all() {
    Map<String, GoldenOp> all = new HashMap<>();
    FILES.forEach(all::putAll);
    return all;
  }
}
