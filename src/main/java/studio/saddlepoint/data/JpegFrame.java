package studio.saddlepoint.data;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/** The header of a JPEG's picture, a frame in the words of ITU-T T.81, appendix B. */
final class JpegFrame {
    private static final int MARKER = 0xff;
    private static final int SCAN = 0xda;
    private static final int TABLES = 0xc4;
    private static final int RESERVED = 0xc8;
    private static final int ARITHMETIC = 0xcc;

    private JpegFrame() {}

    /**
     * Whether the picture comes in several passes, so that all of it is held before any pixel is
     * known. The stream is at its beginning before and afterwards.
     */
    static boolean isProgressive(ImageInputStream stream) throws IOException {
        try {
            stream.setByteOrder(ByteOrder.BIG_ENDIAN);
            stream.seek(2);
            int marker = next(stream);
            while (marker != SCAN && !isFrame(marker)) {
                int length = stream.readUnsignedShort();
                stream.seek(stream.getStreamPosition() + Math.max(0, length - 2));
                marker = next(stream);
            }
            // The third, sixth, tenth and fourteenth kind of frame.
            return isFrame(marker) && (marker & 3) == 2;
        } catch (EOFException e) {
            return false;
        } finally {
            stream.seek(0);
        }
    }

    private static int next(ImageInputStream stream) throws IOException {
        int at = stream.readUnsignedByte();
        while (at != MARKER) {
            at = stream.readUnsignedByte();
        }
        while (at == MARKER) {
            at = stream.readUnsignedByte();
        }
        return at;
    }

    private static boolean isFrame(int marker) {
        return marker >> 4 == 0xc && marker != TABLES && marker != RESERVED && marker != ARITHMETIC;
    }
}
