package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import studio.saddlepoint.nn.Layer;

/**
 * A network that judges pictures: a logit for each (a score without bounds for a Wasserstein
 * critic).
 */
public final class Discriminator implements AutoCloseable {
    private final Network network;
    private final Judge judge;
    private final int classes;

    Discriminator(Network network, Judge judge, int classes) {
        this.network = network;
        this.judge = judge;
        this.classes = classes;
    }

    /** A layer tree that knows the class of what it judges. */
    interface Judge {
        /**
         * Judges x (N, C, H, W) with one-hot classes (N, K); those are empty where there are none.
         */
        Judgement judge(NDArray x, NDArray oneHot, boolean training);

        /** Itself, as a layer. */
        Layer layer();
    }

    /** Its weights. */
    public Network network() {
        return network;
    }

    /**
     * Judges pictures.
     *
     * @param x (N, C, H, W) in -1..1
     * @param labels (N) int64; not used where it is not conditional
     * @param training whether batch norm takes this batch's statistics
     */
    public Judgement judge(NDArray x, NDArray labels, boolean training) {
        NDArray oneHot =
                classes == 0 ? labels : labels.oneHot(classes).toType(DataType.FLOAT32, false);
        return judge.judge(x, oneHot, training);
    }

    @Override
    public void close() {
        network.close();
    }
}
