package studio.saddlepoint.metrics.extractor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.image.ToyImages;
import studio.saddlepoint.metrics.store.Digests;
import studio.saddlepoint.torch.TorchEngine;

class ClassifierTrainingTest {
  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  @Test
  void trainsTheSameClassifierAgain() {
    ToyImages train = new ToyImages("toy", 60, true, 1);
    ToyImages test = new ToyImages("toy test", 100, true, 2);
    String first;
    try (ClassifierNetwork network =
        ClassifierTraining.train(train, Device.cpu(), images -> {}, Progress.NONE)) {
      first = Digests.of(network.tensors());
      double accuracy = ClassifierTraining.accuracy(network, test, Progress.NONE);
      assertTrue(accuracy > 0.95, "accuracy " + accuracy);
    }
    try (ClassifierNetwork network =
        ClassifierTraining.train(train, Device.cpu(), images -> {}, Progress.NONE)) {
      assertEquals(first, Digests.of(network.tensors()));
    }
  }
}
