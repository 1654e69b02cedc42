package studio.saddlepoint.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.Pictures;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.torch.Arrays;
import studio.saddlepoint.torch.Autograd;

/** Draws sample sheets, always from the same noise, so that one can watch each picture change. */
final class SheetMaker {
    private static final long NOISE = -1;
    private static final int GAP = 2;
    private static final int BACKGROUND = 0xff20242b;

    private final long seed;
    private final int count;
    private final int columns;

    SheetMaker(long seed, int count) {
        this.seed = seed;
        this.count = count;
        this.columns = (int) Math.ceil(Math.sqrt(count));
    }

    int columns() {
        return columns;
    }

    int rows() {
        return (count + columns - 1) / columns;
    }

    /** A sheet of a generator; of a conditional one, each column is a class. */
    Picture draw(Generator generator, NDManager manager) {
        float[] pixels =
                Arrays.scoped(
                        () ->
                                Autograd.without(
                                        true,
                                        () -> {
                                            NDArray z =
                                                    new StepRandom(seed, NOISE)
                                                            .normal(
                                                                    manager,
                                                                    new Shape(
                                                                            count,
                                                                            generator
                                                                                    .latent()
                                                                                    .size()));
                                            long[] labels = new long[count];
                                            for (int i = 0;
                                                    i < count && generator.latent().conditional();
                                                    i++) {
                                                labels[i] =
                                                        i
                                                                % columns
                                                                % generator
                                                                        .latent()
                                                                        .classNames()
                                                                        .size();
                                            }
                                            return generator
                                                    .synthesize(
                                                            generator.map(
                                                                    z, manager.create(labels)),
                                                            false)
                                                    .toFloatArray();
                                        }));
        List<Picture> pictures = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            pictures.add(Pictures.of(pixels, i, generator.shape()));
        }
        return Pictures.grid(pictures, columns, GAP, BACKGROUND);
    }
}
