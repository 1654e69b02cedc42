package studio.saddlepoint.metrics;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.List;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.torch.Arrays;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.torch.TorchScriptModule;

/**
 * A TorchScript file as extractor: {@code forward} takes {@code (N, 3, H, W)} float32 of 0 to 255
 * and gives {@code (N, d)}. Where it has the argument {@code return_features}, as the Inception-v3
 * and VGG16 of StyleGAN2-ADA's metrics do, that is set.
 */
final class TorchScriptExtractor implements FeatureExtractor {
    private static final String RETURN_FEATURES = "return_features";
    private static final int COLOURS = 3;

    private final Path file;
    private final ImageShape shape;
    private final NDManager manager;
    private final TorchScriptModule module;
    private final List<String> switches;
    private final String id;
    private final int dimension;

    /**
     * Opens the file and tries it on two images.
     *
     * @throws StudioException if it is not such a module
     */
    TorchScriptExtractor(Path file, ImageShape shape, Device device) {
        this.file = file;
        this.shape = shape;
        this.module = TorchScriptModule.load(file, device);
        this.manager = TorchEngine.manager(device);
        this.switches = module.hasSwitch(RETURN_FEATURES) ? List.of(RETURN_FEATURES) : List.of();
        try {
            this.id = "torchscript-" + Digests.of(file).substring(0, 24);
            this.dimension = features(new byte[2 * shape.pixels()]).length / 2;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public float[] features(byte[] pixels) {
        int n = pixels.length / shape.pixels();
        Shape input = new Shape(n, COLOURS, shape.height(), shape.width());
        return Arrays.scoped(
                () -> {
                    NDArray images = manager.create(colours(pixels, n), input);
                    NDArray output = module.forward(images, switches);
                    Shape found = output.getShape();
                    if (found.dimension() != 2 || found.get(0) != n || found.get(1) < 1) {
                        throw new StudioException(
                                "The module %s returns shape %s for images of shape %s. An extractor must return (N, features)."
                                        .formatted(file, found, input));
                    }
                    return finite(output.toType(DataType.FLOAT32, false).toFloatArray());
                });
    }

    @Override
    public void close() {
        module.close();
        manager.close();
    }

    private float[] finite(float[] features) {
        for (float each : features) {
            if (!Float.isFinite(each)) {
                throw new StudioException(
                        "The module %s gives %s as a feature. Choose another extractor."
                                .formatted(file, each));
            }
        }
        return features;
    }

    /** Bytes as floats, grey three times. */
    private float[] colours(byte[] pixels, int n) {
        int plane = shape.height() * shape.width();
        float[] colours = new float[n * COLOURS * plane];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < COLOURS; c++) {
                int from = (i * shape.channels() + Math.min(c, shape.channels() - 1)) * plane;
                int to = (i * COLOURS + c) * plane;
                for (int p = 0; p < plane; p++) {
                    colours[to + p] = pixels[from + p] & 0xff;
                }
            }
        }
        return colours;
    }
}
