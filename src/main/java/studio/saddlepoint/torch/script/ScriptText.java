package studio.saddlepoint.torch.script;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers and lists as serialised TorchScript writes them. */
public final class ScriptText {
  private ScriptText() {}

  /** Values put into a text, as {@link String#format} does, whatever the language of the system. */
  public static String of(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** A number with a fraction, such as {@code 1.0e-5}. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a literal of " + value);
    }
    return Double.toString(value).replace('E', 'e');
  }

  /** A list of whole numbers, {@code List[int]}. */
  public static String ints(long... values) {
    return list(Arrays.stream(values).mapToObj(Long::toString).toList());
  }

  /** A list of numbers with fractions, {@code List[float]}. */
  public static String floats(double... values) {
    return list(Arrays.stream(values).mapToObj(ScriptText::number).toList());
  }

  /** A list of expressions. */
  public static String list(Collection<String> expressions) {
    return expressions.stream().collect(Collectors.joining(", ", "[", "]"));
  }
}
