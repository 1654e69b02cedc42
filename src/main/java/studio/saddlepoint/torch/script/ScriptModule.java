package studio.saddlepoint.torch.script;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import studio.saddlepoint.core.Progress;

/**
 * A network as a TorchScript module on the way: its methods as text, its tensors, and plain facts
 * as attributes. What is written can be opened by libtorch and by Python's {@code torch.jit.load}.
 */
public final class ScriptModule {
  static final String CLASS = "Generator";

  private final Map<NDArray, String> names = new IdentityHashMap<>();
  private final Set<NDArray> learnt;
  private final Map<String, NDArray> parameters = new LinkedHashMap<>();
  private final Map<String, NDArray> buffers = new LinkedHashMap<>();
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final List<String> methods = new ArrayList<>();
  private final Set<String> operators = new TreeSet<>();

  /**
   * A module without methods. It holds only those arrays that its methods use.
   *
   * @param arrays by name; they stay open until it is written
   * @param learnt those that training moves; others are buffers
   */
  public ScriptModule(Map<String, NDArray> arrays, List<NDArray> learnt) {
    arrays.forEach((name, array) -> names.put(array, "w" + name.replaceAll("\\W", "_")));
    this.learnt = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    this.learnt.addAll(learnt);
  }

  /** The expression of an array that it was made with. */
  public String array(NDArray array) {
    return folded(array, array);
  }

  /**
   * The expression of an array in the place of another one.
   *
   * @param place what it was made with, which it does not hold otherwise
   * @param value what it holds there
   */
  public String folded(NDArray place, NDArray value) {
    String name = names.get(place);
    if (name == null) {
      throw new IllegalArgumentException("An array of another network: " + place.getShape());
    }
    (learnt.contains(place) ? parameters : buffers).put(name, value);
    return "self." + name;
  }

  /** Holds one more array, that nothing learns; its expression. */
  public String buffer(String name, NDArray value) {
    buffers.put(name, value);
    return "self." + name;
  }

  /**
   * Tells a fact as an attribute that Python shows.
   *
   * @param value a whole number or a text
   */
  public void fact(String name, Object value) {
    facts.put(name, value);
  }

  /**
   * Begins a method.
   *
   * @param arguments those after {@code self}, such as {@code z: Tensor}
   * @param type what it returns, such as {@code Tensor}
   */
  public ScriptMethod method(String name, String arguments, String type) {
    return new ScriptMethod(this, name, arguments, type);
  }

  void uses(String operator) {
    operators.add(operator);
  }

  void add(String method) {
    methods.add(method);
  }

  /** The class's text, in serialised TorchScript. */
  public String code() {
    StringBuilder text = new StringBuilder("class " + CLASS + "(Module):\n");
    text.append("  __parameters__ = ").append(quoted(parameters.keySet())).append('\n');
    text.append("  __buffers__ = ").append(quoted(buffers.keySet())).append('\n');
    parameters.keySet().forEach(name -> declare(text, name, "Tensor"));
    buffers.keySet().forEach(name -> declare(text, name, "Tensor"));
    declare(text, "training", "bool");
    facts.forEach((name, value) -> declare(text, name, value instanceof String ? "str" : "int"));
    methods.forEach(text::append);
    operators.forEach(name -> text.append(ScriptOperators.method(name, CLASS)));
    return text.toString();
  }

  private static void declare(StringBuilder text, String name, String type) {
    text.append("  ").append(name).append(" : ").append(type).append('\n');
  }

  private static String quoted(Set<String> all) {
    StringBuilder text = new StringBuilder("[");
    all.forEach(each -> text.append('"').append(each).append("\", "));
    return text.append(']').toString();
  }

  /**
   * Writes the file.
   *
   * @param out stays open
   * @param extra texts by name, which {@code torch.jit.load} gives as {@code _extra_files}
   * @param progress told how far it is; may be cancelled
   * @throws IOException if that fails
   */
  public void write(OutputStream out, Map<String, String> extra, Progress progress)
      throws IOException {
    Map<String, NDArray> tensors = new LinkedHashMap<>(parameters);
    tensors.putAll(buffers);
    ScriptArchive.write(out, code(), tensors, facts, extra, progress);
  }
}
