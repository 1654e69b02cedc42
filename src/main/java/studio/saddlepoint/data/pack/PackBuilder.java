package studio.saddlepoint.data.pack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.Sha256;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.Splitting;
import studio.saddlepoint.data.file.ImageEndings;

/** Draws a content's images on all cores and writes them to a pack, in order. */
final class PackBuilder {
  /** Bytes of pixels that are drawn before they are written. */
  private static final int CHUNK = 1 << 23;

  private static final int REPORT_EVERY = 8;

  private final PackContent content;
  private final Progress progress;
  private final List<DataProblem> problems;
  private final int[] labels;
  private final long work;
  private final AtomicLong done = new AtomicLong();
  private final AtomicInteger drawn = new AtomicInteger();
  private int kept;
  private int keptTrain;
  private boolean onlyGrey = true;

  private PackBuilder(PackContent content, Progress progress) {
    this.content = content;
    this.progress = progress;
    this.problems = new ArrayList<>(content.problems());
    this.labels = new int[content.count()];
    this.work = IntStream.range(0, content.count()).mapToLong(content::work).sum();
  }

  /**
   * Writes a pack.
   *
   * @param content the images
   * @param file where to; replaced if it exists
   * @throws java.util.concurrent.CancellationException if cancelled
   * @throws StudioException if no image is left
   */
  static void build(PackContent content, Path file, Progress progress) throws IOException {
    new PackBuilder(content, progress).build(file);
  }

  private void build(Path file) throws IOException {
    boolean reduce;
    try (PackWriter writer = new PackWriter(file)) {
      MessageDigest digest = Sha256.digest();
      drawAll(writer, digest);
      if (kept == 0) {
        throw new StudioException(nothingLeft());
      }
      reduce = content.reduceToGrey() && onlyGrey && content.shape().channels() == 3;
      if (!reduce) {
        writer.finish(index(content.shape(), digest, writer.sums()));
        return;
      }
    }
    Path colour = AtomicFile.beside(file);
    Files.move(file, colour);
    try {
      reduceToGrey(colour, file);
    } finally {
      Files.deleteIfExists(colour);
    }
  }

  private void drawAll(PackWriter writer, MessageDigest digest) throws IOException {
    int pixels = content.shape().pixels();
    int perChunk = Math.max(1, CHUNK / pixels);
    byte[] chunk = new byte[perChunk * pixels];
    List<Optional<DataProblem>> outcomes = new ArrayList<>();
    for (int first = 0; first < content.count(); first += perChunk) {
      progress.checkCancelled();
      int start = first;
      int images = Math.min(perChunk, content.count() - first);
      outcomes.clear();
      outcomes.addAll(
          IntStream.range(0, images)
              .parallel()
              .mapToObj(i -> drawOne(start + i, chunk, i * pixels))
              .toList());
      progress.checkCancelled();
      int length = keepDrawn(first, chunk, pixels, outcomes);
      writer.write(chunk, length);
      digest.update(chunk, 0, length);
    }
    progress.report(stage(), 1);
  }

  private Optional<DataProblem> drawOne(int index, byte[] chunk, int offset) {
    if (progress.cancelled()) {
      return Optional.empty();
    }
    if (drawn.getAndIncrement() % REPORT_EVERY == 0) {
      progress.report(stage(), (double) done.get() / work);
    }
    Optional<DataProblem> outcome = content.draw(index, chunk, offset);
    done.addAndGet(content.work(index));
    return outcome;
  }

  private String stage() {
    return "Preparing " + content.name();
  }

  /** Closes the gaps of images that could not be drawn; returns the bytes to write. */
  private int keepDrawn(int first, byte[] chunk, int pixels, List<Optional<DataProblem>> outcomes) {
    int length = 0;
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i).isPresent()) {
        problems.add(outcomes.get(i).get());
        continue;
      }
      if (length != i * pixels) {
        System.arraycopy(chunk, i * pixels, chunk, length, pixels);
      }
      onlyGrey = onlyGrey && content.reduceToGrey() && isGrey(chunk, length, pixels);
      length += pixels;
      labels[kept++] = content.label(first + i);
      keptTrain += first + i < content.trainCount() ? 1 : 0;
    }
    return length;
  }

  private static boolean isGrey(byte[] chunk, int offset, int pixels) {
    int plane = pixels / 3;
    return Arrays.equals(
        chunk, offset, offset + 2 * plane, chunk, offset + plane, offset + 3 * plane);
  }

  private void reduceToGrey(Path colour, Path file) throws IOException {
    ImageShape from = content.shape();
    ImageShape to = new ImageShape(1, from.height(), from.width());
    byte[] image = new byte[from.pixels()];
    MessageDigest digest = Sha256.digest();
    try (var in = new BufferedInputStream(Files.newInputStream(colour), 1 << 16);
        PackWriter writer = new PackWriter(file)) {
      for (int i = 0; i < kept; i++) {
        in.readNBytes(image, 0, image.length);
        writer.write(image, to.pixels());
        digest.update(image, 0, to.pixels());
      }
      writer.finish(index(to, digest, writer.sums()));
    }
  }

  private PackIndex index(ImageShape shape, MessageDigest digest, int[] sums) {
    int[] keptLabels = Arrays.copyOf(labels, kept);
    boolean testIsTrain =
        !content.ownSplits() && (kept < Splitting.FEWEST || keptTrain == 0 || keptTrain == kept);
    ByteBuffer rest = ByteBuffer.allocate(4 * (5 + kept));
    rest.putInt(shape.channels()).putInt(shape.height()).putInt(shape.width());
    rest.putInt(keptTrain).putInt(testIsTrain ? 1 : 0);
    rest.asIntBuffer().put(keptLabels);
    digest.update(rest.array());
    for (String className : content.classNames()) {
      digest.update((className + "\n").getBytes(StandardCharsets.UTF_8));
    }
    String fingerprint = HexFormat.of().formatHex(digest.digest(), 0, 12);
    return new PackIndex(
        content.kind(),
        content.name(),
        fingerprint,
        shape,
        keptTrain,
        testIsTrain,
        content.classNames(),
        keptLabels,
        problems,
        content.passedOver(),
        content.notes(),
        content.originalSizes(),
        content.bytes(),
        sums);
  }

  private String nothingLeft() {
    return English.of(
        "None of the images of \"%s\" can be used.%s Choose a folder with images (%s) of at least 8x8 pixels.",
        content.name(), DataProblem.first(problems), ImageEndings.KINDS);
  }
}
