package studio.saddlepoint.app;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Holds back what is printed to the error stream while the toolkit starts: JavaFX prints stack
 * traces of its own where there is no display, and a person is to read one line instead.
 */
final class HeldErrors extends PrintStream {
  private final PrintStream real;
  private final Gate gate;

  private static final class Gate extends FilterOutputStream {
    Gate() {
      super(new ByteArrayOutputStream());
    }

    synchronized OutputStream swap(OutputStream other) {
      OutputStream before = out;
      out = other;
      return before;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }
  }

  private HeldErrors(PrintStream real, Gate gate) {
    super(gate, true, StandardCharsets.UTF_8);
    this.real = real;
    this.gate = gate;
  }

  /** Holds back errors from now on. */
  static HeldErrors hold() {
    HeldErrors held = new HeldErrors(System.err, new Gate());
    System.setErr(held);
    return held;
  }

  /** The toolkit runs: prints what was held back, and everything from now on. */
  void release() {
    System.setErr(real);
    if (gate.swap(real) instanceof ByteArrayOutputStream kept) {
      real.writeBytes(kept.toByteArray());
    }
  }

  /** Forgets what was held back; prints from now on. */
  void drop() {
    System.setErr(real);
    gate.swap(real);
  }

  /** Whether errors are printed again. */
  boolean released() {
    return System.err != this;
  }
}
