package studio.saddlepoint.data.generated;

import java.util.List;
import studio.saddlepoint.data.FactorDataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.pack.Pack;
import studio.saddlepoint.data.pack.PackedDataSet;

/** One split of the embedded shapes, with their factors. */
public final class ShapesDataSet extends PackedDataSet implements FactorDataSet {
  /** One part of the shapes in a pack. */
  public ShapesDataSet(Pack pack, Split split) {
    super(pack, split);
  }

  @Override
  public List<String> factorNames() {
    return ShapesContent.FACTOR_NAMES;
  }

  @Override
  public double[] factors(int index) {
    return ShapesContent.factors(inPack(index));
  }

  @Override
  public List<String> measureNames() {
    return ShapesContent.MEASURE_NAMES;
  }

  @Override
  public double[] measures(int index) {
    return ShapesContent.measures(inPack(index));
  }
}
