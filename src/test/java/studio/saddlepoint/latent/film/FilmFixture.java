package studio.saddlepoint.latent.film;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import studio.saddlepoint.core.Picture;

/** Films for tests, and what other readers find in them. */
final class FilmFixture {
  static final FrameRate RATE = new FrameRate(25);

  private FilmFixture() {}

  /** Noise of some colours, in squares that are seen to move. */
  static List<Picture> pictures(int count, int width, int height, boolean grey) {
    Random random = new Random(5);
    return Stream.generate(
            () -> {
              int[] argb = new int[width * height];
              Arrays.setAll(
                  argb,
                  i -> {
                    int level = random.nextInt(256);
                    return 0xff000000 | (grey ? level * 0x010101 : random.nextInt(1 << 24));
                  });
              return new Picture(width, height, argb);
            })
        .limit(count)
        .toList();
  }

  /** Smooth colours, as pictures of things have them. */
  static Picture gradient(int size) {
    int[] argb = new int[size * size];
    for (int i = 0; i < argb.length; i++) {
      double x = i % size / (double) size;
      double y = i / size / (double) size;
      int red = (int) (255 * x);
      int green = (int) (255 * y);
      int blue = (int) (127 + 127 * Math.sin(7 * (x + y)));
      argb[i] = 0xff000000 | red << 16 | green << 8 | blue;
    }
    return new Picture(size, size, argb);
  }

  static FrameSource source(List<Picture> pictures, int... ticks) {
    return new FrameSource() {
      @Override
      public int count() {
        return pictures.size();
      }

      @Override
      public List<FilmFrame> range(int from, int to) {
        return IntStream.range(from, to)
            .mapToObj(i -> new FilmFrame(pictures.get(i), i < ticks.length ? ticks[i] : 1))
            .toList();
      }
    };
  }

  /** A film at another size. */
  static FrameSource at(int size, FrameSource source) {
    return new FrameScale(java.util.OptionalInt.of(size), false).apply(source);
  }

  static FilmExport export(Path path, FilmFormat format, FrameRate rate) {
    return new FilmExport(
        new FilmTarget(path, format, false), rate, Map.of("run", "my-run", "class", "Süß"));
  }

  static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  /**
   * An APNG as read here, by the specification alone.
   *
   * @param frames its pictures
   * @param seconds of each frame
   * @param chunks kinds in order
   */
  record Apng(List<Picture> frames, List<Double> seconds, List<String> chunks) {}

  /** Reads an APNG of 8-bit RGB whose frames are whole; checks sums and numbers on the way. */
  static Apng apng(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    Assertions.assertEquals(0x89504E470D0A1A0AL, in.getLong());
    List<Picture> frames = new ArrayList<>();
    List<Double> seconds = new ArrayList<>();
    List<String> kinds = new ArrayList<>();
    int width = 0;
    int height = 0;
    int sequence = 0;
    int announced = -1;
    while (in.hasRemaining()) {
      int length = in.getInt();
      CRC32 crc = new CRC32();
      crc.update(bytes, in.position(), 4 + length);
      byte[] kind = new byte[4];
      in.get(kind);
      String name = new String(kind, StandardCharsets.US_ASCII);
      kinds.add(name);
      byte[] content = new byte[length];
      in.get(content);
      Assertions.assertEquals((int) crc.getValue(), in.getInt(), name);
      ByteBuffer chunk = ByteBuffer.wrap(content);
      switch (name) {
        case "IHDR" -> {
          width = chunk.getInt();
          height = chunk.getInt();
          Assertions.assertEquals(8, chunk.get());
          Assertions.assertEquals(2, chunk.get());
        }
        case "acTL" -> {
          announced = chunk.getInt();
          Assertions.assertEquals(0, chunk.getInt());
        }
        case "fcTL" -> {
          Assertions.assertEquals(sequence++, chunk.getInt());
          Assertions.assertEquals(width, chunk.getInt());
          Assertions.assertEquals(height, chunk.getInt());
          Assertions.assertEquals(0, chunk.getLong());
          seconds.add((chunk.getShort() & 0xffff) / (double) (chunk.getShort() & 0xffff));
        }
        case "IDAT" -> frames.add(picture(content, 0, width, height));
        case "fdAT" -> {
          Assertions.assertEquals(sequence++, chunk.getInt());
          frames.add(picture(content, 4, width, height));
        }
        default -> Assertions.assertTrue(List.of("iTXt", "IEND").contains(name), name);
      }
    }
    Assertions.assertEquals(announced, frames.size());
    return new Apng(frames, seconds, kinds);
  }

  private static Picture picture(byte[] content, int from, int width, int height)
      throws IOException {
    byte[] raw;
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(content, from, content.length - from))) {
      raw = in.readAllBytes();
    }
    int row = 3 * width;
    Assertions.assertEquals((row + 1) * height, raw.length);
    int[] argb = new int[width * height];
    byte[] above = new byte[row];
    for (int y = 0; y < height; y++) {
      byte[] line = Arrays.copyOfRange(raw, y * (row + 1) + 1, (y + 1) * (row + 1));
      unfilter(raw[y * (row + 1)], line, above);
      for (int x = 0; x < width; x++) {
        argb[y * width + x] =
            0xff000000
                | (line[3 * x] & 0xff) << 16
                | (line[3 * x + 1] & 0xff) << 8
                | line[3 * x + 2] & 0xff;
      }
      above = line;
    }
    return new Picture(width, height, argb);
  }

  /** PNG specification, section 9.2. */
  private static void unfilter(int kind, byte[] line, byte[] above) {
    for (int i = 0; i < line.length; i++) {
      int a = i < 3 ? 0 : line[i - 3] & 0xff;
      int b = above[i] & 0xff;
      int c = i < 3 ? 0 : above[i - 3] & 0xff;
      int p = a + b - c;
      int paeth =
          Math.abs(p - a) <= Math.abs(p - b) && Math.abs(p - a) <= Math.abs(p - c)
              ? a
              : Math.abs(p - b) <= Math.abs(p - c) ? b : c;
      line[i] += (byte) new int[] {0, a, b, (a + b) / 2, paeth}[kind];
    }
  }

  /**
   * What ffprobe finds; the test is skipped where there is none.
   *
   * @param entries such as {@code stream=nb_read_frames,width}
   */
  static String probed(Path file, String entries) throws IOException, InterruptedException {
    Path ffprobe = program("ffprobe");
    return run(
        ffprobe.toString(),
        "-v",
        "error",
        "-count_frames",
        "-select_streams",
        "v:0",
        "-show_entries",
        entries,
        "-of",
        "default=noprint_wrappers=1",
        file.toString());
  }

  /** The frames of a film as ffmpeg reads them; the test is skipped where there is none. */
  static List<Picture> decoded(Path file, int width, int height)
      throws IOException, InterruptedException {
    Path raw = file.resolveSibling("decoded.rgb");
    run(
        program("ffmpeg").toString(),
        "-v",
        "error",
        "-i",
        file.toString(),
        "-fps_mode",
        "passthrough",
        "-f",
        "rawvideo",
        "-pix_fmt",
        "rgb24",
        raw.toString());
    byte[] bytes = Files.readAllBytes(raw);
    Files.delete(raw);
    int size = 3 * width * height;
    Assertions.assertEquals(0, bytes.length % size);
    List<Picture> pictures = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += size) {
      int[] argb = new int[width * height];
      for (int i = 0; i < argb.length; i++) {
        int at = from + 3 * i;
        argb[i] =
            0xff000000
                | (bytes[at] & 0xff) << 16
                | (bytes[at + 1] & 0xff) << 8
                | bytes[at + 2] & 0xff;
      }
      pictures.add(new Picture(width, height, argb));
    }
    return pictures;
  }

  private static Path program(String name) {
    Optional<Path> found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(found.isPresent(), name + " is not on the path: not checked by it");
    return found.get();
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Assertions.assertEquals(0, process.waitFor(), told);
    return told;
  }

  /** Peak signal to noise ratio in decibels. */
  static double psnr(Picture a, Picture b) {
    double sum = 0;
    for (int i = 0; i < a.argb().length; i++) {
      for (int channel = 0; channel < 3; channel++) {
        double difference =
            Histogram.channel(a.argb()[i], channel) - Histogram.channel(b.argb()[i], channel);
        sum += difference * difference;
      }
    }
    return 10 * Math.log10(255 * 255 / (sum / (3 * a.argb().length)));
  }
}
