package studio.saddlepoint.torch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;

class ConvolutionCheckTest {
  /** On whatever processor: the engine's start has seen to it. */
  @Test
  void convolutionsAreRightWithTheInstructionsThatThisProcessUses() {
    TorchEngine.start(Progress.NONE);
    boolean before = Autograd.enabled();
    Autograd.enable(true);
    try {
      assertTrue(ConvolutionCheck.allAgree());
    } finally {
      Autograd.enable(before);
    }
  }
}
