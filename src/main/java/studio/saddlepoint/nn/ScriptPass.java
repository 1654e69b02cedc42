package studio.saddlepoint.nn;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.torch.script.ScriptMethod;
import studio.saddlepoint.torch.script.ScriptModule;
import studio.saddlepoint.torch.script.ScriptText;

/**
 * A forward pass outside training that is written down as TorchScript and not computed: what {@link
 * ForwardContext} tells every layer, as expressions. Values; a {@code with} gives another pass of
 * the same method.
 */
public final class ScriptPass {
  private final ScriptModule module;
  private final ScriptMethod method;
  private final List<NDArray> noise;
  private @Nullable String classes;
  private @Nullable String styles;
  private boolean layered;
  private int references;
  private @Nullable Resolution resolution;

  /**
   * A pass without anything more.
   *
   * @param module that the method is of
   * @param method where its statements go; noise of layers is its argument {@code noise}, a list
   */
  public ScriptPass(ScriptModule module, ScriptMethod method) {
    this.module = module;
    this.method = method;
    this.noise = new ArrayList<>();
  }

  private ScriptPass(ScriptPass other) {
    module = other.module;
    method = other.method;
    noise = other.noise;
    classes = other.classes;
    styles = other.styles;
    layered = other.layered;
    references = other.references;
    resolution = other.resolution;
  }

  /** With the classes of the batch, (N, K). */
  public ScriptPass withClasses(String shares) {
    ScriptPass made = new ScriptPass(this);
    made.classes = shares;
    return made;
  }

  /**
   * With the styles of the batch.
   *
   * @param w (N, L, D) or (N, D)
   * @param ofLayers whether each styled layer has one of its own
   */
  public ScriptPass withStyles(String w, boolean ofLayers) {
    ScriptPass made = new ScriptPass(this);
    made.styles = w;
    made.layered = ofLayers;
    return made;
  }

  /** As a styled layer sees it, see {@link ForwardContext#atStyle}. */
  public ScriptPass atStyle(int layer) {
    return layered
        ? withStyles(let("torch.select(" + styles + ", 1, " + layer + ")"), false)
        : this;
  }

  /** With a reference batch of so many examples at the beginning of the input. */
  public ScriptPass withReferences(int count) {
    ScriptPass made = new ScriptPass(this);
    made.references = count;
    return made;
  }

  /** At a resolution, for networks that grow. */
  public ScriptPass withResolution(Resolution now) {
    ScriptPass made = new ScriptPass(this);
    made.resolution = now;
    return made;
  }

  /** The classes (N, K); empty where they are not known. */
  public Optional<String> classes() {
    return Optional.ofNullable(classes);
  }

  /**
   * The style (N, D) of the layer that asks.
   *
   * @throws IllegalStateException if nobody told styles, or which layer's
   */
  public String style() {
    if (styles == null || layered) {
      throw new IllegalStateException("A styled layer needs a pass with its style");
    }
    return styles;
  }

  /** How many of the first examples are the reference batch; 0 where there is none. */
  public int references() {
    return references;
  }

  /** The resolution; empty for the largest. */
  public Optional<Resolution> resolution() {
    return Optional.ofNullable(resolution);
  }

  /**
   * The noise that a layer adds: the next of the method's argument {@code noise}.
   *
   * @param kept what the layer keeps
   */
  public String noise(NDArray kept) {
    noise.add(kept);
    return "noise[" + (noise.size() - 1) + "]";
  }

  /** What layers keep as noise, in the order in which they asked. */
  public List<NDArray> keptNoise() {
    return List.copyOf(noise);
  }

  /** The expression of a weight or a running value. */
  public String array(NDArray array) {
    return module.array(array);
  }

  /** The expression of a weight that is always used as something else: that takes its place. */
  public String folded(NDArray weight, NDArray used) {
    return module.folded(weight, used);
  }

  /** Keeps the value of an expression; its variable. */
  public String let(String expression) {
    return method.let(expression);
  }

  /** Calls an operator, see {@link ScriptMethod#call}. */
  public String call(String operator, String... arguments) {
    return method.call(operator, arguments);
  }

  /** Calls an operator of several values; the first, see {@link ScriptMethod#callFirst}. */
  public String callFirst(int values, String operator, String... arguments) {
    return method.callFirst(values, operator, arguments);
  }

  /**
   * The input with another shape for each example.
   *
   * @param each sizes of its axes, without the batch
   */
  public String reshaped(String x, long... each) {
    StringBuilder sizes = new StringBuilder("[torch.size(" + x + ", 0)");
    for (long size : each) {
      sizes.append(", ").append(size);
    }
    return let("torch.reshape(" + x + ", " + sizes + "])");
  }

  /** One example (1, C, H, W) for each example of a value. */
  public String repeated(String one, String x) {
    return let("torch.expand(" + one + ", [torch.size(" + x + ", 0), -1, -1, -1])");
  }

  /** Values one after the other along an axis. */
  public String joined(int axis, String... values) {
    return let("torch.cat(" + ScriptText.list(List.of(values)) + ", " + axis + ")");
  }

  /** The numbers of an axis from one to another; to the end where that is negative. */
  public String part(String x, int axis, int from, int to) {
    String end = to < 0 ? "torch.size(" + x + ", " + axis + ")" : Integer.toString(to);
    return let("torch.slice(" + x + ", " + axis + ", " + from + ", " + end + ", 1)");
  }
}
