package studio.saddlepoint.train.cluster;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;

/** Even grey pictures of kinds that are far from each other: picture i is of kind i % kinds. */
record PlainKinds(int kindCount, int size, boolean labelled) implements DataSet {
  private static final int SPREAD = 4;

  static int level(int kind, int kinds) {
    return 20 + kind * 200 / Math.max(1, kinds - 1);
  }

  int[] kinds() {
    return IntStream.range(0, size).map(i -> i % kindCount).toArray();
  }

  @Override
  public String name() {
    return "Kinds";
  }

  @Override
  public String fingerprint() {
    return "kinds-" + kindCount + "-" + size;
  }

  @Override
  public ImageShape shape() {
    return new ImageShape(1, 32, 32);
  }

  @Override
  public List<String> classNames() {
    return labelled
        ? IntStream.range(0, kindCount).mapToObj(Integer::toString).toList()
        : List.of();
  }

  @Override
  public int label(int index) {
    return labelled ? index % kindCount : -1;
  }

  @Override
  public void read(int index, byte[] target, int offset) {
    SplittableRandom random = new SplittableRandom(index);
    for (int i = 0; i < shape().pixels(); i++) {
      target[offset + i] =
          (byte) (level(index % kindCount, kindCount) + random.nextInt(-SPREAD, SPREAD));
    }
  }

  @Override
  public List<DataProblem> problems() {
    return List.of();
  }
}
