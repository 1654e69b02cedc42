package studio.saddlepoint.data;

import java.nio.charset.StandardCharsets;

/** The beginning of a file, by which images are known whatever their name. */
final class FirstBytes {
    /** As many as are needed. */
    static final int COUNT = 16;

    private FirstBytes() {}

    /** Whether they are those of an image of a kind that is read. */
    static boolean areOfAnImage(byte[] start) {
        return begins(start, "\u0089PNG\r\n\u001a\n")
                || begins(start, "\u00ff\u00d8\u00ff")
                || begins(start, "GIF87a")
                || begins(start, "GIF89a")
                || begins(start, "II*\0")
                || begins(start, "MM\0*")
                || isBitmap(start)
                || WebpContainer.begins(start)
                || PnmImage.begins(start);
    }

    /** Two letters alone begin texts too, so that the four bytes that are always zero count. */
    private static boolean isBitmap(byte[] start) {
        return begins(start, "BM")
                && start.length > 9
                && (start[6] | start[7] | start[8] | start[9]) == 0;
    }

    private static boolean begins(byte[] start, String with) {
        byte[] expected = with.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < expected.length; i++) {
            if (i >= start.length || start[i] != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
