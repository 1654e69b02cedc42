package studio.saddlepoint.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.StudioException;

class FailureTest {
  @Test
  void tellsWhatToLowerWhereTheMemoryDoesNotSuffice() {
    for (Throwable thrown :
        new Throwable[] {
          new OutOfMemoryError("Java heap space"),
          new EngineException(
              "[enforce fail at alloc_cpu.cpp:119] err == 0. DefaultCPUAllocator:"
                  + " can't allocate memory: you tried to allocate 9 bytes."),
          new EngineException("CUDA out of memory. Tried to allocate 20.00 GiB.")
        }) {
      assertTrue(Failure.text(thrown).contains("lower training.batchSize"), thrown::toString);
    }
  }

  @Test
  void tellsADefectAsOneAndWhatAPersonCanActOnAsItIs() {
    assertEquals("No such file.", Failure.text(new StudioException("No such file.")));
    assertEquals(
        "The training failed: java.lang.IllegalStateException: odd",
        Failure.text(new IllegalStateException("odd")));
  }
}
