package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CancellableWorkTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final CommandOutput console =
      new CommandOutput(System.out, new PrintStream(err, true, StandardCharsets.UTF_8), false);

  @Test
  void theProgramWaitsAtCtrlCUntilTheWorkHasCleanedUp() throws InterruptedException {
    CancellableWork work = new CancellableWork(console);
    assertFalse(work.cancelled());
    Thread atCtrlC = new Thread(work::cancel);
    atCtrlC.start();
    while (!work.cancelled()) {
      Thread.onSpinWait();
    }
    assertFalse(told().contains("nothing was written"));
    work.close();
    atCtrlC.join();
    assertTrue(told().contains("Cancelled: nothing was written."), told());
  }

  @Test
  void tellsHowLongItWillStillTake() {
    try (CancellableWork work = new CancellableWork(console)) {
      work.report("Drawing", 0.5);
    }
    assertTrue(told().matches("(?s)Drawing 50 %, .* s left\\s*"), told());
  }

  private String told() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
