package studio.saddlepoint.app.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.model.LatentSpace;

/** Draws a blob whose place, width and colour come from the latent code: a generator for tests. */
final class BlobRenderer implements Renderer {
  private static final int SIZE = 32;

  private final long step;
  private final boolean averaged;
  private final List<String> classes;
  private volatile boolean closed;
  private volatile int pieces;

  BlobRenderer(long step, boolean averaged, List<String> classes) {
    this.step = step;
    this.averaged = averaged;
    this.classes = classes;
  }

  boolean closed() {
    return closed;
  }

  @Override
  public long step() {
    return step;
  }

  @Override
  public boolean averaged() {
    return averaged;
  }

  @Override
  public LatentSpace latent() {
    return new LatentSpace(8, classes);
  }

  @Override
  public ImageShape shape() {
    return new ImageShape(3, SIZE, SIZE);
  }

  @Override
  public Optional<Snapshot> share() {
    return Optional.of(TinyGenerator.snapshot(classes, 1));
  }

  @Override
  public List<Picture> render(float[][] z, int[] labels, double threshold) {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    List<Picture> pictures = new ArrayList<>();
    for (int n = 0; n < z.length; n++) {
      int[] argb = new int[SIZE * SIZE];
      for (int y = 0; y < SIZE; y++) {
        for (int x = 0; x < SIZE; x++) {
          double dx = (x - 16 - 5 * z[n][0]) / (6 + 2 * Math.abs(z[n][2]) + labels[n]);
          double dy = (y - 16 - 5 * z[n][1]) / (6 + 2 * Math.abs(z[n][3]));
          double light = Math.exp(-dx * dx - dy * dy);
          argb[y * SIZE + x] =
              0xff000000
                  | channel(light, z[n][4]) << 16
                  | channel(light, z[n][5]) << 8
                  | channel(light, z[n][6]);
        }
      }
      pictures.add(new Picture(SIZE, SIZE, argb));
    }
    return pictures;
  }

  private static int channel(double light, double hue) {
    return (int) (255 * light * (0.55 + 0.45 * Math.tanh(hue)));
  }

  @Override
  public boolean prepared(double threshold) {
    return pieces == 0 || Double.isInfinite(threshold);
  }

  @Override
  public boolean prepare(double threshold) {
    pieces = Math.max(0, pieces - 1);
    return prepared(threshold);
  }

  /** Lets thresholds need so many pieces of work before they can be drawn. */
  void needs(int some) {
    pieces = some;
  }

  @Override
  public void close() {
    closed = true;
  }
}
