package studio.saddlepoint.model;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.recipe.network.PictureRange;
import studio.saddlepoint.torch.TorchScriptMethods;

/** Generators that TorchScript files are, as any other generator is used. */
public final class ScriptedGenerators {
  static final String FORWARD = "forward";

  /** Names of the halves in one file: ours, and those that others use. */
  static final List<String> MAPS = List.of("map", "mapping");

  static final List<String> SYNTHESES = List.of("synthesize", "synthesis");

  private ScriptedGenerators() {}

  /**
   * What can be told of files without running them.
   *
   * @param halves whether there are a mapping and a synthesis
   * @param labelled whether a label is taken
   */
  public record Told(boolean halves, boolean labelled) {}

  /**
   * Reads the methods of files. Nothing of them is run.
   *
   * @param files one, or a mapping and a synthesis
   * @throws StudioException if they are no TorchScript modules, or no generator
   */
  public static Told told(List<Path> files) {
    Map<String, Integer> first = TorchScriptMethods.told(files.get(0));
    if (files.size() > 1) {
      int arguments = needed(files.get(0), first, FORWARD, 1, 2);
      needed(files.get(1), TorchScriptMethods.told(files.get(1)), FORWARD, 1, 1);
      return new Told(true, arguments == 2);
    }
    String map = MAPS.stream().filter(first::containsKey).findFirst().orElse("");
    String synthesis = SYNTHESES.stream().filter(first::containsKey).findFirst().orElse("");
    if (!map.isEmpty() && !synthesis.isEmpty()) {
      needed(files.get(0), first, synthesis, 1, 1);
      return new Told(true, needed(files.get(0), first, map, 1, 2) == 2);
    }
    return new Told(false, needed(files.get(0), first, FORWARD, 1, 2) == 2);
  }

  private static int needed(
      Path file, Map<String, Integer> methods, String name, int least, int most) {
    Integer arguments = methods.get(name);
    if (arguments == null || arguments < least || arguments > most) {
      throw new StudioException(
          English.of(
              "%s is no generator: %s. A generator has forward(z) or forward(z, label), or the two halves map(z) and synthesize(w), with tensors.",
              file,
              arguments == null
                  ? "it has no method " + name + methods(methods)
                  : name + " needs " + English.count(arguments, "argument")));
    }
    return arguments;
  }

  private static String methods(Map<String, Integer> methods) {
    return methods.isEmpty() ? "" : ", but " + String.join(", ", methods.keySet());
  }

  /**
   * Opens a generator: code of the files runs from here on.
   *
   * @param files one, or a mapping and a synthesis
   * @param form how they are called
   * @param manager whose device its arrays live on, and with which the files are closed
   * @throws StudioException if they cannot be opened
   */
  public static Generator open(List<Path> files, ScriptedForm form, NDManager manager) {
    List<TorchScriptMethods> opened = new ArrayList<>();
    for (Path file : files) {
      TorchScriptMethods methods = TorchScriptMethods.load(file, manager.getDevice());
      manager.attachInternal(java.util.UUID.randomUUID().toString(), methods);
      opened.add(methods);
    }
    return of(opened, form, manager);
  }

  private static Generator of(
      List<TorchScriptMethods> files, ScriptedForm form, NDManager manager) {
    Layer layer;
    if (form.halves()) {
      TorchScriptMethods first = files.get(0);
      TorchScriptMethods last = files.get(files.size() - 1);
      boolean two = files.size() > 1;
      layer =
          new MappedGenerator(
              new ScriptedMapping(first, two ? FORWARD : method(first, MAPS), form),
              new ScriptedSynthesis(last, two ? FORWARD : method(last, SYNTHESES), form),
              form.w());
    } else {
      layer = new ScriptedWhole(files.get(0), FORWARD, form);
    }
    int inputs = form.latentSize() + form.classNames().size();
    return new Generator(
        new Network(layer, manager, new Shape(1, inputs)),
        form.latent(),
        form.prior(),
        new ImageShape(form.channels(), form.size(), form.size()),
        PictureRange.LINEAR);
  }

  private static String method(TorchScriptMethods file, List<String> names) {
    return names.stream().filter(file::has).findFirst().orElse(FORWARD);
  }
}
