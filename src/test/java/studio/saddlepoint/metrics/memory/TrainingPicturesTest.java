package studio.saddlepoint.metrics.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.Quantizer;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.inversion.InversionSettings;
import studio.saddlepoint.latent.inversion.InversionSpace;
import studio.saddlepoint.metrics.LearntSets;
import studio.saddlepoint.metrics.extractor.PixelExtractor;
import studio.saddlepoint.torch.TorchEngine;

class TrainingPicturesTest {
  private static final ImageShape SHAPE = new ImageShape(1, 32, 32);
  private static final int TRAIN = 60;

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  /** Pictures of noise around a grey, all about equally far from each other. */
  private record Noise(String name, int size, long seed) implements DataSet {
    @Override
    public String fingerprint() {
      return name;
    }

    @Override
    public ImageShape shape() {
      return SHAPE;
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
      Random random = new Random(seed * 1000 + index);
      for (int i = 0; i < SHAPE.pixels(); i++) {
        target[offset + i] = (byte) (64 + random.nextInt(128));
      }
    }

    @Override
    public List<DataProblem> problems() {
      return List.of();
    }
  }

  private static TrainingPictures pictures(DataSet train, DataSet test) {
    return new TrainingPictures(
        new PixelExtractor(SHAPE),
        new LearntSets(train, test, Optional.empty()),
        false,
        Progress.NONE);
  }

  private static TrainingPictures apart() {
    return pictures(new Noise("train", TRAIN, 1), new Noise("test", 40, 2));
  }

  private static byte[] picture(Noise set, int index) {
    return set.read(new int[] {index});
  }

  @Test
  void aCopyIsAMemoryAndItsOriginalTheNearest() {
    try (TrainingPictures pictures = apart()) {
      MemoryCheck check =
          pictures.check(picture(new Noise("train", TRAIN, 1), 17), 3, Progress.NONE);
      assertEquals(MemoryCheck.Verdict.MEMORY, check.verdict());
      assertEquals(17, check.nearest().get(0).index());
      assertEquals(0, check.nearest().get(0).featureDistance());
      assertEquals(0, check.ratio());
      assertEquals(3, check.nearest().size());
      assertTrue(check.sentence().startsWith("A memory"), check::sentence);
      assertEquals(TRAIN, check.scope().compared());
      assertTrue(check.scope().apart());
      // Copies of typical pictures alone, whose neighbourhoods are at most the median.
      Noise train = new Noise("train", TRAIN, 1);
      assertTrue(
          IntStream.range(0, 10)
              .mapToDouble(i -> pictures.check(picture(train, i), 1, Progress.NONE).realism())
              .anyMatch(Double::isInfinite));
    }
  }

  @Test
  void aPictureNearACopyIsMostLikelyAMemory() {
    try (TrainingPictures pictures = apart()) {
      byte[] near = picture(new Noise("train", TRAIN, 1), 4);
      for (int i = 0; i < near.length; i += 16) {
        near[i] = (byte) 200;
      }
      MemoryCheck check = pictures.check(near, 1, Progress.NONE);
      assertEquals(MemoryCheck.Verdict.MEMORY, check.verdict());
      assertTrue(check.ratio() > 0 && check.ratio() < 0.5);
      assertTrue(check.sentence().startsWith("Most likely a memory"), check::sentence);
      assertTrue(
          check.sentence().contains("than all of 40 unseen real pictures are"), check::sentence);
    }
  }

  @Test
  void aNewPictureIsNone() {
    try (TrainingPictures pictures = apart()) {
      // The median one of those that nothing was learnt from.
      Noise test = new Noise("test", 40, 2);
      MemoryCheck[] checks = new MemoryCheck[9];
      for (int i = 0; i < 9; i++) {
        checks[i] = pictures.check(picture(test, i), 1, Progress.NONE);
      }
      Arrays.sort(checks, (a, b) -> Double.compare(a.ratio(), b.ratio()));
      assertEquals(MemoryCheck.Verdict.NEW, checks[4].verdict());
      assertEquals(1, checks[4].ratio(), 0.05);
    }
  }

  @Test
  void whatIsFarFromAllIsToldSo() {
    try (TrainingPictures pictures = apart()) {
      byte[] white = new byte[SHAPE.pixels()];
      Arrays.fill(white, (byte) 255);
      MemoryCheck check = pictures.check(white, 2, Progress.NONE);
      assertEquals(MemoryCheck.Verdict.FAR, check.verdict());
      assertTrue(check.realism() < 1);
      assertEquals(0, check.closerThan());
      assertTrue(
          check.sentence().contains("farther from them than all of 40 unseen"), check::sentence);
    }
  }

  @Test
  void withoutHeldOutPicturesTrainingPicturesAreComparedWithTheOthers() {
    Noise train = new Noise("train", TRAIN, 1);
    try (TrainingPictures pictures = pictures(train, train)) {
      MemoryCheck check = pictures.check(picture(new Noise("x", 9, 5), 3), 1, Progress.NONE);
      assertFalse(check.scope().apart());
      assertTrue(check.unseen().median() > 0);
      assertTrue(
          check.sentence().contains("training pictures, each from the others, are"),
          check::sentence);
    }
  }

  @Test
  void picturesOfAnotherShapeAreRefused() {
    try (TrainingPictures pictures = apart()) {
      assertThrows(StudioException.class, () -> pictures.check(new byte[12], 1, Progress.NONE));
      assertThrows(
          StudioException.class, () -> pictures.check(new byte[SHAPE.pixels()], 0, Progress.NONE));
    }
  }

  @Test
  void aFoundCodeIsComparedWithTheNearestTrainingPicture() {
    try (TrainingPictures pictures = apart();
        Snapshot snapshot = TinyGenerator.snapshot(List.of(), 1)) {
      byte[] target =
          Quantizer.bytes(
              snapshot.pixels(LatentCodes.gaussian(1, 8, 3), new int[1], Double.POSITIVE_INFINITY));
      FoundPicture found =
          new PictureInversion(snapshot, pictures)
              .find(
                  target,
                  0,
                  InversionSettings.usual(InversionSpace.Z).with(40, 2),
                  now -> {},
                  Progress.NONE);
      assertTrue(found.featureDistance() < found.nearest().featureDistance());
      assertTrue(found.pixelDistance() < found.nearest().pixelDistance());
      assertEquals(found.result().made().pixelDistance(), found.pixelDistance(), 0.01);
      assertThrows(
          StudioException.class, () -> new PictureInversion(snapshot, pictures).encode(target, 0));
    }
  }
}
