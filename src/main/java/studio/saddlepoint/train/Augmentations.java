package studio.saddlepoint.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.function.DoubleSupplier;
import studio.saddlepoint.recipe.AugmentSettings;
import studio.saddlepoint.torch.Arrays;

/**
 * Differentiable augmentations of pictures (N, C, H, W), each picture by its own chance
 * (DiffAugment, Zhao et al. 2020, with its strengths). A probability below 1 leaves some pictures
 * as they are (Karras et al. 2020).
 */
public final class Augmentations {
    private static final double SHIFT = 0.125;
    private static final double CUT = 0.5;

    private Augmentations() {}

    /**
     * What a recipe asks for.
     *
     * @param probability of each augmentation, for each picture
     */
    static View of(AugmentSettings settings, double probability) {
        View view = View.PLAIN;
        if (probability == 0) {
            return view;
        }
        if (settings.colour()) {
            view = view.then(colour(probability));
        }
        if (settings.translation()) {
            view = view.then(translation(probability));
        }
        if (settings.cutout()) {
            view = view.then(cutout(probability));
        }
        return view;
    }

    /** Brightness by -0.5..0.5, then saturation by a factor of 0..2, then contrast of 0.5..1.5. */
    public static View colour(double probability) {
        return (x, chance) -> {
            NDArray brightness =
                    draws(x, () -> hits(chance, probability) ? chance.next() - 0.5 : 0);
            NDArray saturation = draws(x, () -> hits(chance, probability) ? 2 * chance.next() : 1);
            NDArray contrast = draws(x, () -> hits(chance, probability) ? 0.5 + chance.next() : 1);
            NDArray bright = x.add(brightness);
            NDArray grey = bright.mean(new int[] {1}, true);
            NDArray saturated = bright.sub(grey).mul(saturation).add(grey);
            NDArray mean =
                    saturated.reshape(size(x, 0), -1).mean(new int[] {1}).reshape(-1, 1, 1, 1);
            return saturated.sub(mean).mul(contrast).add(mean);
        };
    }

    /**
     * Shifts by up to an eighth of the size in both directions, zeros moving in. Computed as a
     * product with shifted identities from both sides, which is exact.
     */
    public static View translation(double probability) {
        return (x, chance) -> {
            int n = size(x, 0);
            int height = size(x, 2);
            int width = size(x, 3);
            float[] down = new float[n * height * height];
            float[] right = new float[n * width * width];
            for (int i = 0; i < n; i++) {
                boolean hit = hits(chance, probability);
                int dy = hit ? between(chance, (int) (height * SHIFT + 0.5)) : 0;
                int dx = hit ? between(chance, (int) (width * SHIFT + 0.5)) : 0;
                for (int y = Math.max(0, dy); y < Math.min(height, height + dy); y++) {
                    down[(i * height + y) * height + y - dy] = 1;
                }
                for (int at = Math.max(0, dx); at < Math.min(width, width + dx); at++) {
                    right[(i * width + at - dx) * width + at] = 1;
                }
            }
            NDArray rows = Arrays.of(x.getManager(), down, new Shape(n, 1, height, height));
            NDArray columns = Arrays.of(x.getManager(), right, new Shape(n, 1, width, width));
            return rows.matMul(x).matMul(columns);
        };
    }

    /** Sets a square of half the size, anywhere even across the edge, to zero. */
    public static View cutout(double probability) {
        return (x, chance) -> {
            int n = size(x, 0);
            int height = size(x, 2);
            int width = size(x, 3);
            float[] mask = new float[n * height * width];
            java.util.Arrays.fill(mask, 1);
            int tall = (int) (height * CUT + 0.5);
            int wide = (int) (width * CUT + 0.5);
            for (int i = 0; i < n; i++) {
                if (!hits(chance, probability)) {
                    continue;
                }
                int top = (int) (chance.next() * (height + 1 - tall % 2)) - tall / 2;
                int left = (int) (chance.next() * (width + 1 - wide % 2)) - wide / 2;
                for (int y = Math.max(0, top); y < Math.min(height, top + tall); y++) {
                    int row = (i * height + y) * width;
                    java.util.Arrays.fill(
                            mask,
                            row + Math.max(0, left),
                            row + Math.max(0, Math.min(width, left + wide)),
                            0);
                }
            }
            return x.mul(Arrays.of(x.getManager(), mask, new Shape(n, 1, height, width)));
        };
    }

    private static boolean hits(Chance chance, double probability) {
        return probability >= 1 || chance.next() < probability;
    }

    /** A whole number from -most to most. */
    private static int between(Chance chance, int most) {
        return (int) (chance.next() * (2 * most + 1)) - most;
    }

    /** One number for each picture, (N, 1, 1, 1). */
    private static NDArray draws(NDArray x, DoubleSupplier number) {
        float[] values = new float[size(x, 0)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) number.getAsDouble();
        }
        return Arrays.of(x.getManager(), values, new Shape(values.length, 1, 1, 1));
    }

    private static int size(NDArray x, int axis) {
        return Math.toIntExact(x.getShape().get(axis));
    }
}
