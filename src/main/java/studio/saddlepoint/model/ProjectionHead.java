package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.nn.Conv2d;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Linear;
import studio.saddlepoint.nn.WeightInitializer;

/**
 * A trunk with a logit on top; told the class, it adds the product of the class's embedding with
 * the features summed over space (projection discriminator, Miyato and Koyama 2018, equation 4).
 */
final class ProjectionHead extends Layer implements Discriminator.Judge {
    private final Layer trunk;
    private final Layer head;
    private final @Nullable Parameter embedding;

    ProjectionHead(Layer trunk, Shape features, int classes, RandomGenerator random) {
        int channels = Math.toIntExact(features.get(1));
        WeightInitializer normal = WeightInitializer.dcgan(random);
        this.trunk = addChildBlock("trunk", trunk);
        this.head =
                addChildBlock(
                        "head",
                        features.dimension() == 2
                                ? new Linear(channels, 1, normal)
                                : new Conv2d(
                                        channels,
                                        1,
                                        Math.toIntExact(features.get(2)),
                                        1,
                                        0,
                                        true,
                                        normal));
        embedding = classes == 0 ? null : weight("embedding", new Shape(classes, channels), normal);
    }

    @Override
    public Judgement judge(NDArray x, NDArray oneHot, boolean training) {
        NDArray features = trunk.apply(x, training);
        NDArray logits = head.apply(features, training).reshape(-1);
        if (embedding == null) {
            return Judgement.of(logits).withFeatures(features);
        }
        NDArray pooled =
                features.getShape().dimension() == 4 ? features.sum(new int[] {2, 3}) : features;
        NDArray rows = oneHot.matMul(embedding.getArray());
        NDArray answer = logits.add(rows.mul(pooled).sum(new int[] {1}));
        return Judgement.of(answer).withFeatures(features);
    }

    @Override
    public Layer layer() {
        return this;
    }

    @Override
    public NDArray apply(NDArray x, boolean training) {
        throw new UnsupportedOperationException("A discriminator's head is asked by judge()");
    }

    @Override
    protected Shape outputShape(Shape input) {
        return new Shape(input.get(0));
    }
}
