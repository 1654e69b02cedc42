package studio.saddlepoint.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Changes bytes as damaged disks, broken downloads and ill will do. */
final class Mutations {
  private static final int MOST_CHANGES = 4;
  private static final int LONGEST_BLOCK = 64;
  private static final int LONGEST = 1 << 16;
  private static final long[] EXTREMES = {
    0,
    1,
    2,
    0x7f,
    0x80,
    0xff,
    0x100,
    0x7fff,
    0x8000,
    0xffff,
    0x1_0000,
    0x7fff_ffffL,
    0x8000_0000L,
    0xffff_ffffL,
    0x1_0000_0000L,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  private Mutations() {}

  /**
   * One of some files, changed in one to four ways.
   *
   * @param seeds files that are whole
   */
  static byte[] of(List<byte[]> seeds, SplittableRandom random) {
    byte[] bytes = pick(seeds, random).clone();
    for (int left = changes(MOST_CHANGES, random); left > 0; left--) {
      bytes = changed(bytes, seeds, random);
    }
    return bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
  }

  /** From one on; the fewer the more often, since many changes hide each other. */
  static int changes(int most, SplittableRandom random) {
    return 1 + random.nextInt(1 + random.nextInt(most));
  }

  static <T> T pick(List<T> from, SplittableRandom random) {
    return from.get(random.nextInt(from.size()));
  }

  private static byte[] changed(byte[] bytes, List<byte[]> seeds, SplittableRandom random) {
    if (bytes.length == 0) {
      return random(1 + random.nextInt(LONGEST_BLOCK), random);
    }
    int at = place(bytes.length, random);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(LONGEST_BLOCK));
    switch (random.nextInt(11)) {
      case 0:
        bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return bytes;
      case 1:
        bytes[at] = (byte) random.nextInt();
        return bytes;
      case 2:
        Arrays.fill(bytes, at, at + length, (byte) 0);
        return bytes;
      case 3:
        Arrays.fill(bytes, at, at + length, (byte) 0xff);
        return bytes;
      case 4:
        System.arraycopy(random(length, random), 0, bytes, at, length);
        return bytes;
      case 5:
        return Arrays.copyOf(bytes, at);
      case 6:
        return joined(
            Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
      case 7:
        return joined(
            Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
      case 8:
        byte[] other = pick(seeds, random);
        int from = other.length == 0 ? 0 : place(other.length, random);
        return joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(other, from, other.length));
      default:
        putExtreme(bytes, at, random);
        return bytes;
    }
  }

  /** Half of the changes are in the beginning, where headers are. */
  private static int place(int length, SplittableRandom random) {
    return random.nextInt(random.nextBoolean() ? Math.min(length, LONGEST_BLOCK) : length);
  }

  /** Where a length might stand, in either order of bytes. */
  private static void putExtreme(byte[] bytes, int at, SplittableRandom random) {
    long value = EXTREMES[random.nextInt(EXTREMES.length)] - random.nextInt(2);
    int size = 1 << random.nextInt(4);
    boolean littleEndian = random.nextBoolean();
    for (int i = 0; i < size && at + i < bytes.length; i++) {
      int shift = Byte.SIZE * (littleEndian ? i : size - 1 - i);
      bytes[at + i] = (byte) (value >> shift);
    }
  }

  private static byte[] random(int length, SplittableRandom random) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) random.nextInt();
    }
    return bytes;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }
}
