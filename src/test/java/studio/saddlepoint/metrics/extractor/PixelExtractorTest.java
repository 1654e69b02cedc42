package studio.saddlepoint.metrics.extractor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import studio.saddlepoint.data.ImageShape;

class PixelExtractorTest {
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
}
