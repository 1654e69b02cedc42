package studio.saddlepoint.bench;

import java.util.List;
import java.util.SplittableRandom;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;

/** Random colour pictures in memory: a step takes the same time whatever they show. */
public final class BenchmarkData implements DataSet {
  private static final int PICTURES = 2_048;

  private final ImageShape shape;
  private final byte[] pixels;

  public BenchmarkData(ImageShape shape) {
    this.shape = shape;
    pixels = new byte[PICTURES * shape.pixels()];
    new SplittableRandom(1).nextBytes(pixels);
  }

  @Override
  public String name() {
    return "Noise";
  }

  @Override
  public String fingerprint() {
    return "noise";
  }

  @Override
  public int size() {
    return PICTURES;
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public List<String> classNames() {
    return List.of();
  }

  @Override
  public int label(int index) {
    return -1;
  }

  @Override
  public void read(int index, byte[] target, int offset) {
    System.arraycopy(pixels, index * shape.pixels(), target, offset, shape.pixels());
  }

  @Override
  public List<DataProblem> problems() {
    return List.of();
  }
}
