package studio.saddlepoint.data.header;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import studio.saddlepoint.data.file.PatchedFile;

/**
 * The first image file directory of a TIFF file (TIFF 6.0, section 2): what it says of the picture.
 * Java's reader is shown the entries that the pixels need and no others, since it gives up on a
 * damaged profile or a date, and no predictor that it does not know.
 */
public final class TiffDirectory {
  /** The entry: bits of each sample. */
  public static final int BITS_PER_SAMPLE = 258;

  /** The entry: how the samples are packed. */
  public static final int COMPRESSION = 259;

  /** The entry: what the samples mean. */
  public static final int PHOTOMETRIC = 262;

  /** The entry: how the picture is turned or mirrored. */
  public static final int ORIENTATION = 274;

  /** The entry: samples of each pixel. */
  public static final int SAMPLES = 277;

  /** The entry: what the samples were made of before they were packed. */
  public static final int PREDICTOR = 317;

  /** The entry: the palette. */
  public static final int COLOUR_MAP = 320;

  /** The entry: the type of the samples. */
  public static final int SAMPLE_FORMAT = 339;

  private static final Set<Integer> NEEDED =
      Set.of(
          254, // kind of picture
          256, // width
          257, // height
          BITS_PER_SAMPLE,
          COMPRESSION,
          PHOTOMETRIC,
          266, // order of bits
          273, // places of strips
          SAMPLES,
          278, // rows of a strip
          279, // lengths of strips
          284, // planes
          292, // options of fax
          293,
          PREDICTOR,
          COLOUR_MAP,
          322, // tiles
          323,
          324,
          325,
          338, // extra samples
          SAMPLE_FORMAT,
          347, // tables of JPEG
          512, // JPEG of before 1995
          513,
          514,
          515,
          517,
          518,
          519,
          520,
          521,
          529, // colours of JPEG
          530,
          531,
          532);

  /** Entries whose values are of two bytes. */
  private static final Set<Integer> SHORTS =
      Set.of(
          BITS_PER_SAMPLE,
          COMPRESSION,
          PHOTOMETRIC,
          266,
          SAMPLES,
          284,
          PREDICTOR,
          338,
          SAMPLE_FORMAT,
          531);

  private static final int HEADER = 8;
  private static final int ENTRY = 12;
  private static final int BYTE = 1;
  private static final int SHORT = 3;
  private static final int LONG = 4;

  /**
   * An entry.
   *
   * @param bytes all twelve of it
   * @param type of its values
   * @param count of its values
   */
  private record Entry(byte[] bytes, int type, long count) {}

  private final PatchedFile file;
  private final ByteOrder order;
  private final long at;
  private final int entries;
  private final TreeMap<Integer, Entry> kept = new TreeMap<>();

  private TiffDirectory(PatchedFile file, ByteOrder order, long at, int entries) {
    this.file = file;
    this.order = order;
    this.at = at;
    this.entries = entries;
  }

  /**
   * Reads the directory of a file.
   *
   * @throws EOFException if the file ends before or in it
   */
  public static TiffDirectory of(PatchedFile file) throws IOException {
    byte[] header = file.bytes(0, HEADER);
    if (header.length < HEADER) {
      throw new EOFException();
    }
    ByteOrder order = header[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    long at = ByteBuffer.wrap(header).order(order).getInt(4) & 0xffffffffL;
    byte[] count = file.bytes(at, Short.BYTES);
    if (count.length < Short.BYTES) {
      throw new EOFException();
    }
    int entries = ByteBuffer.wrap(count).order(order).getShort() & 0xffff;
    byte[] bytes = file.bytes(at + Short.BYTES, entries * ENTRY);
    if (bytes.length < entries * ENTRY) {
      throw new EOFException();
    }
    TiffDirectory directory = new TiffDirectory(file, order, at, entries);
    for (int from = 0; from < bytes.length; from += ENTRY) {
      directory.take(Arrays.copyOfRange(bytes, from, from + ENTRY));
    }
    return directory;
  }

  private void take(byte[] bytes) {
    ByteBuffer entry = ByteBuffer.wrap(bytes).order(order);
    int tag = entry.getShort() & 0xffff;
    int type = entry.getShort() & 0xffff;
    if (NEEDED.contains(tag) || tag == ORIENTATION) {
      kept.putIfAbsent(tag, new Entry(bytes, type, entry.getInt() & 0xffffffffL));
    }
  }

  /** The first value of an entry of whole numbers, or another one where there is no such. */
  public int first(int tag, int otherwise) throws IOException {
    List<Integer> values = values(tag, 1);
    return values.isEmpty() ? otherwise : values.get(0);
  }

  /** The values of an entry of whole numbers, at most so many; none where there is no such. */
  public List<Integer> values(int tag, int most) throws IOException {
    Entry entry = kept.get(tag);
    if (entry == null
        || entry.type != BYTE && entry.type != SHORT && entry.type != LONG
        || entry.count == 0) {
      return List.of();
    }
    int size = entry.type == LONG ? Integer.BYTES : entry.type == SHORT ? Short.BYTES : 1;
    int count = (int) Math.min(most, entry.count);
    boolean inside = entry.count * size <= Integer.BYTES;
    ByteBuffer bytes = ByteBuffer.wrap(entry.bytes).order(order).position(HEADER);
    if (!inside) {
      byte[] outside = file.bytes(bytes.getInt() & 0xffffffffL, count * size);
      if (outside.length < count * size) {
        return List.of();
      }
      bytes = ByteBuffer.wrap(outside).order(order);
    }
    List<Integer> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(
          entry.type == LONG
              ? bytes.getInt()
              : entry.type == SHORT ? bytes.getShort() & 0xffff : bytes.get() & 0xff);
    }
    return values;
  }

  /**
   * A single small number in the type that the standard wants for it: other programs take it in any
   * type of whole numbers, Java's reader passes over the entry.
   */
  private byte[] inUsualType(int tag, Entry entry) throws IOException {
    boolean unusual = entry.type == BYTE || entry.type == LONG;
    if (!SHORTS.contains(tag) || !unusual || entry.count != 1) {
      return entry.bytes;
    }
    return ByteBuffer.allocate(ENTRY)
        .order(order)
        .putShort((short) tag)
        .putShort((short) SHORT)
        .putInt(1)
        .putShort((short) first(tag, 0))
        .array();
  }

  /**
   * What is to be shown of the file: this directory with its needed entries alone.
   *
   * @param withPredictor whether to tell that differences are stored, where they are
   */
  public PatchedFile.Parts shown(boolean withPredictor) throws IOException {
    ByteBuffer own =
        ByteBuffer.allocate(Short.BYTES + entries * ENTRY + Integer.BYTES).order(order);
    own.putShort((short) 0);
    int count = 0;
    for (var entry : kept.entrySet()) {
      boolean needed =
          entry.getKey() != ORIENTATION && (withPredictor || entry.getKey() != PREDICTOR);
      if (needed) {
        own.put(inUsualType(entry.getKey(), entry.getValue()));
        count++;
      }
    }
    own.putShort(0, (short) count);
    long end = at + own.capacity();
    return new PatchedFile.Parts()
        .file(0, at)
        .own(own.array())
        .file(Math.min(end, file.fileLength()), file.fileLength());
  }
}
