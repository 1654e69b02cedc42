package studio.saddlepoint.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;

class EngineThreadsTest {
  private static int inNewThread(Runnable before) {
    CompletableFuture<Integer> told = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                before.run();
                told.complete(JniUtils.getNumThreads());
              } catch (RuntimeException | Error e) {
                told.completeExceptionally(e);
              }
            });
    thread.start();
    return told.join();
  }

  @Test
  void threadsThatBeginLaterComputeWithWhatWasAskedForLast() {
    TorchEngine.start(Progress.NONE);
    int automatic = inNewThread(() -> {});
    int most = EngineThreads.most();
    try {
      assertEquals(1, inNewThread(() -> EngineThreads.settle(1, automatic)));
      assertEquals(1, inNewThread(() -> {}), "a thread that asks for nothing");
      assertEquals(most, inNewThread(() -> EngineThreads.settle(most, automatic)));
      assertEquals(most, inNewThread(() -> {}));
      assertEquals(most, inNewThread(() -> EngineThreads.settle(most + 7, automatic)));
    } finally {
      assertEquals(automatic, inNewThread(() -> EngineThreads.settle(0, automatic)));
    }
  }
}
