package studio.saddlepoint.data.header;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.saddlepoint.core.English;
import studio.saddlepoint.data.file.PatchedFile;
import studio.saddlepoint.data.file.UnusableImageException;

/**
 * The part of a JPEG file before its pixels, in the words of ITU-T T.81, appendix B.
 *
 * <p>Java's reader guesses colours by rules of its own and gives up on a profile that is damaged.
 * It is shown the tables and the frame alone, and one marker that leaves it no choice: the colours
 * are those that libjpeg takes them for ({@code default_decompress_parms} in its jdapimin.c).
 *
 * @param frame the kind of the frame, the lower half of its marker
 * @param bits of a sample
 * @param ids the numbers of its components
 * @param marks what says which colours they are
 * @param shown the file without what is not needed
 */
public record JpegHeader(
    int frame, int bits, List<Integer> ids, ColourMarks marks, PatchedFile.Parts shown) {
  /** What the components of a JPEG are. */
  public enum Colours {
    GREY,
    YCBCR,
    RGB,
    CMYK,
    YCCK
  }

  /**
   * The markers that tell colours.
   *
   * @param jfif whether there is one of JFIF
   * @param transform what one of Adobe says; negative where there is none
   */
  record ColourMarks(boolean jfif, int transform) {}

  private static final int MARKER = 0xff;
  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int TABLES = 0xc4;
  private static final int RESERVED = 0xc8;
  private static final int ARITHMETIC = 0xcc;
  private static final int FIRST_RESTART = 0xd0;
  private static final int LAST_RESTART = 0xd7;
  private static final int LONE = 0x01;
  private static final int FIRST_APP = 0xe0;
  private static final int ADOBE_APP = 0xee;
  private static final int LAST_APP = 0xef;
  private static final int COMMENT = 0xfe;

  private static final int JFIF_LENGTH = 14;
  private static final int ADOBE_LENGTH = 12;
  private static final int LARGEST_PLAIN_FRAME = 2;
  private static final int LOSSLESS = 3;
  private static final int FIRST_ARITHMETIC = 9;
  private static final int LAST_ARITHMETIC = 10;

  private static final byte[] JFIF_MARK = {
    (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
  };
  private static final byte[] ADOBE_UNTRANSFORMED = {
    (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
  };

  /**
   * Reads the header of a file.
   *
   * @throws EOFException if the file ends in it
   * @throws IOException if it is damaged
   */
  public static JpegHeader of(PatchedFile file) throws IOException {
    return new Scan(file).header();
  }

  /** The way through a file, marker by marker, to the first pixels. */
  private static final class Scan {
    private final PatchedFile file;
    private final PatchedFile.Parts tables = new PatchedFile.Parts();
    private int frame = -1;
    private int bits;
    private final List<Integer> ids = new ArrayList<>();
    private boolean jfif;
    private int transform = -1;

    Scan(PatchedFile file) {
      this.file = file;
    }

    JpegHeader header() throws IOException {
      file.seek(2);
      int marker = next();
      long at = file.getStreamPosition() - 2;
      List<long[]> kept = new ArrayList<>();
      while (marker != SCAN && marker != END) {
        if (marker != LONE && (marker < FIRST_RESTART || marker > LAST_RESTART)) {
          long end = at + 2 + file.readUnsignedShort();
          if (end > file.length()) {
            throw new EOFException();
          }
          if (end < at + 4) {
            throw new IOException(English.of("a marker (%x) has an impossible length", marker));
          }
          if (!look(marker, (int) (end - at - 4))) {
            kept.add(new long[] {at, end});
          }
          file.seek(end);
        }
        marker = next();
        at = file.getStreamPosition() - 2;
      }
      if (frame < 0) {
        throw new IOException("no picture is in it");
      }
      ColourMarks marks = new ColourMarks(jfif, transform);
      boolean plain =
          switch (colours(ids, marks)) {
            case GREY, YCBCR -> true;
            case RGB, CMYK, YCCK -> false;
          };
      tables.file(0, 2).own(plain ? JFIF_MARK : ADOBE_UNTRANSFORMED);
      kept.forEach(part -> tables.file(part[0], part[1]));
      tables.file(at, file.length());
      return new JpegHeader(frame, bits, List.copyOf(ids), marks, tables);
    }

    /** Takes in a marker, whose content begins here; returns whether it is not needed more. */
    private boolean look(int marker, int length) throws IOException {
      if (marker == FIRST_APP && length >= JFIF_LENGTH) {
        jfif |= begins("JFIF\0");
      } else if (marker == ADOBE_APP && length >= ADOBE_LENGTH && begins("Adobe")) {
        file.skipBytes(ADOBE_LENGTH - "Adobe".length() - 1);
        transform = file.readUnsignedByte();
      } else if (isFrame(marker)) {
        frame = marker & 0xf;
        bits = file.readUnsignedByte();
        file.skipBytes(4);
        int components = file.readUnsignedByte();
        ids.clear();
        for (int i = 0; i < components; i++) {
          ids.add(file.readUnsignedByte());
          file.skipBytes(2);
        }
      }
      return marker >= FIRST_APP && marker <= LAST_APP || marker == COMMENT;
    }

    private boolean begins(String text) throws IOException {
      byte[] bytes = new byte[text.length()];
      file.readFully(bytes);
      return Arrays.equals(bytes, text.getBytes(StandardCharsets.US_ASCII));
    }

    private int next() throws IOException {
      int at = 0;
      while (at == 0) {
        while (at != MARKER) {
          at = file.readUnsignedByte();
        }
        while (at == MARKER) {
          at = file.readUnsignedByte();
        }
      }
      return at;
    }
  }

  private static boolean isFrame(int marker) {
    return marker >> 4 == 0xc && marker != TABLES && marker != RESERVED && marker != ARITHMETIC;
  }

  /** What the components are. */
  public Colours colours() {
    return colours(ids, marks);
  }

  private static Colours colours(List<Integer> ids, ColourMarks marks) {
    return switch (ids.size()) {
      case 3 -> {
        boolean rgb =
            marks.transform >= 0
                ? marks.transform == 0
                : ids.equals(List.of((int) 'R', (int) 'G', (int) 'B'));
        yield rgb && !marks.jfif ? Colours.RGB : Colours.YCBCR;
      }
      case 4 -> marks.transform > 0 ? Colours.YCCK : Colours.CMYK;
      default -> Colours.GREY;
    };
  }

  /**
   * Whether the picture comes in several passes, so that all of it is held before any pixel is
   * known.
   */
  public boolean isProgressive() {
    return frame == LARGEST_PLAIN_FRAME;
  }

  /**
   * Refuses what Java's reader does not know.
   *
   * @throws UnusableImageException if the file is of such a kind
   */
  public void check() throws UnusableImageException {
    String kind = "";
    if (frame >= FIRST_ARITHMETIC && frame <= LAST_ARITHMETIC) {
      kind = "a JPEG with arithmetic coding";
    } else if (frame == LOSSLESS) {
      kind = "a lossless JPEG";
    } else if (frame > LARGEST_PLAIN_FRAME) {
      kind = "a hierarchical or lossless JPEG";
    } else if (bits != Byte.SIZE) {
      kind = English.of("a JPEG of %d bits a colour", bits);
    } else if (ids.size() != 1 && ids.size() != 3 && ids.size() != 4) {
      kind = English.of("a JPEG of %d colours", ids.size());
    }
    if (!kind.isEmpty()) {
      throw new UnusableImageException(
          "is " + kind + ", which is not read: save it as PNG or as an ordinary JPEG");
    }
  }
}
