package studio.saddlepoint.data.header;

import java.io.EOFException;
import java.io.IOException;
import studio.saddlepoint.data.file.PatchedFile;

/**
 * The colour tables of a GIF file up to its first picture (GIF89a, sections 18 to 21), made whole:
 * beyond a table's end, and without any, each number is its own grey, as Pillow has it. Java's
 * reader would make up colours, and cut off the numbers.
 */
public final class GifTables {
  private static final int SCREEN = 13;
  private static final int FLAGS_AT = 10;
  private static final int HAS_TABLE = 0x80;
  private static final int SIZE_BITS = 0x07;
  private static final int EXTENSION = 0x21;
  private static final int PICTURE = 0x2c;

  /** Of a picture's header, before its flags. */
  private static final int PLACE = 9;

  private static final int COLOURS = 3;
  private static final int ENTRIES = 256;

  private GifTables() {}

  /**
   * What is to be shown of a file.
   *
   * @throws EOFException if it ends before its first picture
   */
  public static PatchedFile.Parts whole(PatchedFile file) throws IOException {
    PatchedFile.Parts shown = new PatchedFile.Parts();
    file.seek(FLAGS_AT);
    int flags = file.readUnsignedByte();
    shown.file(0, FLAGS_AT).own((byte) (flags | HAS_TABLE | SIZE_BITS));
    shown.file(FLAGS_AT + 1, SCREEN);
    long rest = table(file, shown, SCREEN, flags);
    long picture = picture(file, rest);
    if (picture < 0) {
      return shown.file(rest, file.length());
    }
    file.seek(picture + PLACE);
    int own = file.readUnsignedByte();
    if ((own & HAS_TABLE) == 0) {
      return shown.file(rest, file.length());
    }
    shown.file(rest, picture + PLACE).own((byte) (own | SIZE_BITS));
    return shown.file(table(file, shown, picture + PLACE + 1, own), file.length());
  }

  /** Shows a table and what it lacks; returns where it ends in the file. */
  private static long table(PatchedFile file, PatchedFile.Parts shown, long at, int flags)
      throws IOException {
    int entries = (flags & HAS_TABLE) == 0 ? 0 : 2 << (flags & SIZE_BITS);
    long end = at + COLOURS * entries;
    if (end > file.length()) {
      throw new EOFException();
    }
    byte[] more = new byte[COLOURS * (ENTRIES - entries)];
    for (int i = 0; i < more.length; i++) {
      more[i] = (byte) (entries + i / COLOURS);
    }
    shown.file(at, end).own(more);
    return end;
  }

  /** Where the first picture begins; negative where something else than extensions comes. */
  private static long picture(PatchedFile file, long at) throws IOException {
    file.seek(at);
    int block = file.readUnsignedByte();
    while (block == EXTENSION) {
      file.skipBytes(1);
      int length = file.readUnsignedByte();
      while (length > 0) {
        file.seek(file.getStreamPosition() + length);
        length = file.readUnsignedByte();
      }
      block = file.readUnsignedByte();
    }
    return block == PICTURE ? file.getStreamPosition() - 1 : -1;
  }
}
