package studio.saddlepoint.run.imported;

import ai.djl.ndarray.NDManager;
import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.model.ScriptedForm;
import studio.saddlepoint.model.ScriptedGenerators;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeJson;
import studio.saddlepoint.recipe.network.LatentPrior;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.CheckpointStore;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.run.checkpoint.NetworkTensors;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.EventLog;
import studio.saddlepoint.run.file.HiddenFolder;
import studio.saddlepoint.run.file.RunFiles;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.TorchEngine;

/**
 * The making of a run out of a generator that came as a file. Two steps: {@link #look} reads what
 * can be told without running anything, and refuses a wrong file; {@link Plan#run} runs its code,
 * once a person has allowed it.
 */
public final class GeneratorImport {
  private static final String UNKNOWN_DATA =
      "It is not known what the generator is to be measured against: name a data set, or the folder of your images.";

  private GeneratorImport() {}

  /**
   * Looks at files. Nothing of them is run.
   *
   * @throws StudioException if they are no generator, or something must be said that they do not
   */
  public static Plan look(ImportRequest request) {
    ScriptedGenerators.Told told = ScriptedGenerators.told(request.files());
    Optional<GeneratorFacts> facts = GeneratorFacts.inside(request.file());
    int latentSize =
        request
            .latentSize()
            .orElseGet(
                () ->
                    facts
                        .map(GeneratorFacts::latentSize)
                        .orElseThrow(
                            () ->
                                new StudioException(
                                    English.of(
                                        "%s does not say how many numbers a code has: name its latent size.",
                                        request.file()))));
    List<String> classes =
        request
            .classNames()
            .orElseGet(() -> facts.map(GeneratorFacts::classNames).orElse(List.of()));
    if (told.labelled() == classes.isEmpty()) {
      throw new StudioException(
          English.of(
              told.labelled()
                  ? "%s takes a label: name its classes, or how many there are."
                  : "%s takes no label, so there are no classes to name.",
              request.file()));
    }
    String data =
        request
            .data()
            .or(() -> facts.map(GeneratorFacts::data))
            .filter(each -> !each.isBlank())
            .orElseThrow(() -> new StudioException(UNKNOWN_DATA));
    LatentPrior prior =
        request
            .prior()
            .orElseGet(() -> facts.map(GeneratorFacts::prior).orElse(LatentPrior.NORMAL));
    Optional<Boolean> unit = request.unit().or(() -> facts.map(each -> false));
    String title =
        request
            .title()
            .or(() -> facts.map(GeneratorFacts::title))
            .filter(each -> !each.isBlank())
            .orElseGet(() -> PathNames.of(request.file()));
    List<String> digests = request.files().stream().map(Trust::digest).toList();
    return new Plan(
        request,
        facts,
        new GeneratorTrial(request.files(), told, latentSize, prior, classes),
        unit,
        data,
        title,
        digests);
  }

  /**
   * What is seen of a generator's file without running it.
   *
   * @param facts what it says of itself, if anything
   * @param labelled whether it takes a label
   * @param halves whether it has a mapping and a synthesis
   */
  public record Glance(Optional<GeneratorFacts> facts, boolean labelled, boolean halves) {}

  /**
   * Looks at one file. Nothing of it is run.
   *
   * @throws StudioException if it is no generator
   */
  public static Glance glance(Path file) {
    ScriptedGenerators.Told told = ScriptedGenerators.told(List.of(file));
    return new Glance(GeneratorFacts.inside(file), told.labelled(), told.halves());
  }

  /** The names of classes of which only the number is known: 0, 1, 2, ... */
  public static List<String> numbered(int classes) {
    return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
  }

  /** Files that are known to be a generator, and are not run yet. */
  public static final class Plan {
    private final ImportRequest request;
    private final Optional<GeneratorFacts> facts;
    private final GeneratorTrial trial;
    private final Optional<Boolean> unit;
    private final String data;
    private final String title;
    private final List<String> digests;

    private Plan(
        ImportRequest request,
        Optional<GeneratorFacts> facts,
        GeneratorTrial trial,
        Optional<Boolean> unit,
        String data,
        String title,
        List<String> digests) {
      this.request = request;
      this.facts = facts;
      this.trial = trial;
      this.unit = unit;
      this.data = data;
      this.title = title;
      this.digests = digests;
    }

    /** Whether a person has allowed the files to run on this computer before. */
    public boolean trusted(Trust trust) {
      return digests.stream().allMatch(trust::has);
    }

    /**
     * Runs the files on a few codes, and makes a run of them.
     *
     * @param root where runs are kept; made where it is missing
     * @param trust where it is kept that the files may run, which is so from here on
     * @param progress told how far it is; may be cancelled
     * @throws StudioException if they fail, or the disk does; then nothing is left
     */
    public RunFolder run(Path root, Trust trust, Progress progress) {
      progress.report("Trying the generator", 0);
      TorchEngine.start(progress.part(0, 0.3));
      ScriptedForm form = trial.find(unit);
      progress.checkCancelled();
      Recipe recipe = recipe(form);
      Path place = root.toAbsolutePath().normalize();
      Path wanted = place.resolve(RunFolder.nameOf(recipe));
      Path hidden = AtomicFile.beside(wanted);
      try {
        Files.createDirectories(place);
        Files.createDirectory(hidden);
        ImportedGenerator kept = copied(hidden, form);
        kept.trust(trust);
        progress.report("Keeping the generator", 0.6);
        fill(kept, recipe, trust);
        progress.checkCancelled();
        return RunFolder.open(HiddenFolder.named(hidden, wanted));
      } catch (IOException e) {
        throw new StudioException(
            English.of(
                "%s cannot be imported into %s (%s). Check the permissions and the free space there.",
                request.file(), place, DiskErrors.reason(e)),
            e);
      } finally {
        HiddenFolder.delete(hidden);
      }
    }

    private ImportedGenerator copied(Path folder, ScriptedForm form) throws IOException {
      List<String> names =
          request.synthesis().isPresent()
              ? List.of(ImportedGenerator.MAPPING, ImportedGenerator.SYNTHESIS)
              : List.of(ImportedGenerator.WHOLE);
      for (int i = 0; i < names.size(); i++) {
        Path copy = Files.copy(request.files().get(i), folder.resolve(names.get(i)));
        HiddenFolder.flush(copy);
      }
      return new ImportedGenerator(folder, form, names, digests);
    }

    private void fill(ImportedGenerator kept, Recipe recipe, Trust trust) throws IOException {
      Path folder = kept.folder();
      long step = step();
      Files.createDirectory(folder.resolve(RunFiles.CHECKPOINTS));
      Files.createDirectory(folder.resolve(RunFiles.SAMPLES));
      Map<String, HostTensor> tensors = tensors(kept, trust);
      JsonArray names = new JsonArray();
      kept.form().classNames().forEach(names::add);
      Map<String, String> state =
          Map.of(
              "channels", Integer.toString(kept.form().channels()),
              "classNames", names.toString());
      new CheckpointStore(folder, AtomicFile.ON_DISK)
          .save(new Checkpoint(step, 0, recipe, tensors, state));
      EventLog events = new EventLog(folder);
      events.append(
          new Event.Ended(
              Instant.now(), step, "Imported from " + PathNames.of(request.file()) + "."));
      new RunAbout(title, "").save(folder);
      kept.write();
      // Last, as a new run has it: from here on the folder is a run.
      AtomicFile.ON_DISK.write(folder.resolve(RunFiles.RECIPE), RecipeJson.write(recipe));
    }

    /** What the generator keeps beside its files: the mean of w, where they tell it. */
    private static Map<String, HostTensor> tensors(ImportedGenerator kept, Trust trust) {
      Map<String, HostTensor> tensors = new LinkedHashMap<>();
      try (NDManager manager = TorchEngine.manager(TorchEngine.device("cpu"));
          Generator generator = kept.open(manager, trust)) {
        ArrayScopes.withoutGradients(
            () -> {
              generator.keepScriptedMean();
              NetworkTensors.save("generator.", generator.network().state(), tensors);
              return tensors.size();
            });
      }
      return tensors;
    }

    private Recipe recipe(ScriptedForm form) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("name", name());
      values.put("title", title);
      values.put(
          "summary",
          "A generator that was imported from the file " + PathNames.of(request.file()) + ".");
      values.put("data.source", data);
      values.put("data.size", form.size());
      values.put("generator.architecture", "imported");
      values.put("generator.latentSize", form.latentSize());
      values.put("generator.prior", form.prior().id());
      values.put("generator.normalization", "none");
      values.put("generator.range", form.unit() ? "unit" : "linear");
      values.put("generator.emaDecay", 0);
      values.put("discriminator.normalization", "none");
      values.put("method.conditional", !form.classNames().isEmpty());
      values.put("training.steps", step());
      return Recipe.defaults().with(values);
    }

    /** Of its training; where that is not known it counts as one, so that nothing seems left. */
    private long step() {
      return Math.max(1, facts.map(GeneratorFacts::step).orElse(1L));
    }

    private String name() {
      String plain =
          PathNames.of(request.file())
              .replaceFirst("\\.[A-Za-z]{1,4}$", "")
              .replaceAll("[^A-Za-z0-9._-]+", "-")
              .replaceFirst("^[^A-Za-z0-9]+", "");
      return plain.isEmpty() ? "imported" : plain.substring(0, Math.min(40, plain.length()));
    }
  }
}
