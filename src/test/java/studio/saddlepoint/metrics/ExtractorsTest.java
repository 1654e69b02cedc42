package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.torch.TorchEngine;

class ExtractorsTest {
    @BeforeAll
    static void startEngine() {
        TorchEngine.start(Progress.NONE);
    }

    @Test
    void quantizesAsTheReferenceDoes() {
        float[] pixels = {-3, -1, -0.5f, 0, 0.5f, 0.99f, 1, 3};
        byte[] expected = {0, 0, 64, (byte) 128, (byte) 191, (byte) 254, (byte) 255, (byte) 255};
        assertArrayEquals(expected, Quantizer.bytes(pixels));
    }

    @Test
    void quantizesEveryStoredPixelToItself() {
        float[] pixels = new float[256];
        byte[] expected = new byte[256];
        for (int i = 0; i < 256; i++) {
            pixels[i] = i / 127.5f - 1;
            expected[i] = (byte) i;
        }
        assertArrayEquals(expected, Quantizer.bytes(pixels));
    }

    @Test
    void averagesLargePixelsDown() {
        try (PixelExtractor extractor = new PixelExtractor(new ImageShape(3, 64, 64))) {
            assertEquals(3 * 32 * 32, extractor.dimension());
            byte[] pixels = new byte[2 * 3 * 64 * 64];
            int green = 64 * 64;
            pixels[green + 2] = (byte) 255;
            pixels[green + 3] = (byte) 255;
            pixels[green + 64 + 2] = (byte) 255;
            float[] features = extractor.features(pixels);
            assertEquals(2 * extractor.dimension(), features.length);
            assertEquals(0.75f, features[32 * 32 + 1]);
            assertEquals(0, features[32 * 32]);
        }
    }

    @Test
    void trainsTheSameClassifierAgain() {
        ToyImages train = new ToyImages("toy", 60, true, 1);
        ToyImages test = new ToyImages("toy test", 100, true, 2);
        String first;
        try (ClassifierNetwork network =
                ClassifierTraining.train(train, Device.cpu(), Progress.NONE)) {
            first = Digests.of(network.tensors());
            double accuracy = ClassifierTraining.accuracy(network, test, Progress.NONE);
            assertTrue(accuracy > 0.95, "accuracy " + accuracy);
        }
        try (ClassifierNetwork network =
                ClassifierTraining.train(train, Device.cpu(), Progress.NONE)) {
            assertEquals(first, Digests.of(network.tensors()));
        }
    }

    @Test
    void choosesReferenceImagesOnceAndForAll() {
        ToyImages set = new ToyImages("toy", 50, true, 1);
        int[] few = ReferenceImages.choose(set, 7);
        int[] all = ReferenceImages.choose(set, 50);
        assertArrayEquals(few, java.util.Arrays.copyOf(all, 7));
        assertEquals(50, java.util.Arrays.stream(all).distinct().count());
    }
}
