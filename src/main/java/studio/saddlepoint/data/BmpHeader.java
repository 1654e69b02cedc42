package studio.saddlepoint.data;

import java.io.IOException;

/** The header of a BMP file, as far as it speaks of colour profiles. */
final class BmpHeader {
    private static final int LENGTH_AT = 14;

    /** From this length on there is a colour space. */
    private static final int WITH_COLOURS = 108;

    private static final int COLOURS_AT = LENGTH_AT + 56;

    private BmpHeader() {}

    /**
     * What is to be shown of a file: all of it, with plain sRGB in place of a profile. Java's
     * reader would give up on a damaged one, and open any file that a header names as one.
     */
    static PatchedFile.Parts withoutProfile(PatchedFile file) throws IOException {
        PatchedFile.Parts shown = new PatchedFile.Parts();
        byte[] header = file.bytes(LENGTH_AT, 2);
        boolean colours =
                header.length == 2
                        && (header[0] & 0xff | (header[1] & 0xff) << Byte.SIZE) >= WITH_COLOURS
                        && file.length() >= COLOURS_AT + Integer.BYTES;
        if (!colours) {
            return shown.file(0, file.length());
        }
        return shown.file(0, COLOURS_AT)
                .own((byte) 'B', (byte) 'G', (byte) 'R', (byte) 's')
                .file(COLOURS_AT + Integer.BYTES, file.length());
    }
}
