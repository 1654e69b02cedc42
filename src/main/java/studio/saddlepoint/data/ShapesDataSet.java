package studio.saddlepoint.data;

import java.util.List;

/** One split of the embedded shapes, with their factors. */
final class ShapesDataSet extends PackedDataSet implements FactorDataSet {
    ShapesDataSet(Pack pack, Split split) {
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
}
