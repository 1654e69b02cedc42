package studio.saddlepoint.nn;

/**
 * The window through which each place of a layer's output sees its input, the same along both axes:
 * place o sees {@code o stride - padding} and the {@code kernel - 1} places after it (Dumoulin and
 * Visin 2016, "A guide to convolution arithmetic", section 2). Where it is turned, input and output
 * change their parts, as in a transposed convolution (section 4).
 *
 * @param kernel places that are seen, at least 1
 * @param stride places from window to window, at least 1
 * @param padding places before the map's edge where the first window begins
 * @param turned whether each place of the input is spread over a window of the output instead
 */
public record Window(long kernel, long stride, long padding, boolean turned) {
  /** Each place sees its own. */
  public static final Window POINT = new Window(1, 1, 0, false);

  /** Each place sees everything. */
  public static final Window ALL = new Window(Long.MAX_VALUE, 1, 0, false);

  /** The window of a convolution or a pool. */
  public static Window of(long kernel, long stride, long padding) {
    return new Window(kernel, stride, padding, false);
  }

  /** The window of a transposed convolution or an enlargement. */
  public static Window turned(long kernel, long stride, long padding) {
    return new Window(kernel, stride, padding, true);
  }

  /** What places of the output see of the input. */
  public Span sees(Span output) {
    return turned ? gathered(output) : spread(output);
  }

  /** The places of the output that see any of these of the input. */
  public Span reaches(Span input) {
    return turned ? spread(input) : gathered(input);
  }

  private Span spread(Span from) {
    return kernel == Long.MAX_VALUE || from.all()
        ? Span.ALL
        : new Span(from.first() * stride - padding, from.last() * stride - padding + kernel - 1);
  }

  private Span gathered(Span of) {
    return kernel == Long.MAX_VALUE || of.all()
        ? Span.ALL
        : new Span(
            -Math.floorDiv(-(of.first() + padding - kernel + 1), stride),
            Math.floorDiv(of.last() + padding, stride));
  }
}
