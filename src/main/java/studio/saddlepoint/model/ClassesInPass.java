package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Pass;
import studio.saddlepoint.nn.PassLayer;

/** Takes the class off a code (N, Z + K) and tells it to every layer inside. */
final class ClassesInPass extends PassLayer {
    private final Layer inner;
    private final int latent;

    /**
     * Layers that are told the class.
     *
     * @param inner the layers, which take (N, Z)
     * @param latent Z
     */
    ClassesInPass(Layer inner, int latent) {
        this.inner = addChildBlock("inner", inner);
        this.latent = latent;
    }

    @Override
    public NDArray apply(NDArray w, Pass pass) {
        NDArray z = w.get(new NDIndex(":, :" + latent));
        return inner.apply(z, pass.withClasses(w.get(new NDIndex(":, " + latent + ":"))));
    }

    @Override
    protected Shape outputShape(Shape in) {
        return inner.getOutputShapes(new Shape[] {new Shape(in.get(0), latent)})[0];
    }
}
