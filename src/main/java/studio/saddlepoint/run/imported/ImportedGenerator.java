package studio.saddlepoint.run.imported;

import ai.djl.ndarray.NDManager;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.model.ScriptedForm;
import studio.saddlepoint.model.ScriptedGenerators;

/**
 * The generator of a run that was imported: the file {@code generator.pt}, or {@code mapping.pt}
 * and {@code synthesis.pt}, and how they are to be called in {@code imported.json}.
 *
 * @param folder of the run
 * @param form how the files are called
 * @param files one, or the two halves
 * @param digests of the files, in their order
 */
public record ImportedGenerator(
    Path folder, ScriptedForm form, List<String> files, List<String> digests) {
  /** The file that says how a generator is called; its folder is an imported run. */
  static final String NAME = "imported.json";

  static final String WHOLE = "generator.pt";
  static final String MAPPING = "mapping.pt";
  static final String SYNTHESIS = "synthesis.pt";

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** Copies the lists. */
  public ImportedGenerator {
    files = List.copyOf(files);
    digests = List.copyOf(digests);
  }

  /** Whether a run was imported. */
  public static boolean is(Path folder) {
    return Files.isRegularFile(folder.resolve(NAME));
  }

  /**
   * That of a run folder; empty where the run was trained.
   *
   * @throws StudioException if what is there is damaged; names the file
   */
  public static Optional<ImportedGenerator> of(Path folder) {
    if (!is(folder)) {
      return Optional.empty();
    }
    Path file = folder.resolve(NAME);
    try {
      JsonObject object = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      List<String> files = new ArrayList<>();
      List<String> digests = new ArrayList<>();
      object
          .getAsJsonObject("files")
          .asMap()
          .forEach(
              (name, digest) -> {
                files.add(name);
                digests.add(digest.getAsString());
              });
      if (!files.equals(List.of(WHOLE)) && !files.equals(List.of(MAPPING, SYNTHESIS))) {
        throw new IllegalArgumentException("its files are " + files);
      }
      ScriptedForm form = GSON.fromJson(object.get("form"), ScriptedForm.class);
      return Optional.of(new ImportedGenerator(folder, form, files, digests));
    } catch (IOException e) {
      throw new StudioException(
          English.of("%s cannot be read (%s).", file, DiskErrors.reason(e)), e);
    } catch (RuntimeException e) {
      throw new StudioException(
          English.of(
              "%s is damaged (%s): import the generator's file again.", file, e.getMessage()),
          e);
    }
  }

  void write() throws IOException {
    JsonObject object = new JsonObject();
    JsonObject all = new JsonObject();
    for (int i = 0; i < files.size(); i++) {
      all.addProperty(files.get(i), digests.get(i));
    }
    object.add("files", all);
    object.add("form", GSON.toJsonTree(form));
    AtomicFile.ON_DISK.write(folder.resolve(NAME), GSON.toJson(object) + "\n");
  }

  /** Whether a person has allowed its files to run on this computer. */
  public boolean trusted(Trust trust) {
    return digests.stream().allMatch(trust::has);
  }

  /** Allows its files, as they are now, to run on this computer. */
  public void trust(Trust trust) {
    requireUnchanged();
    digests.forEach(trust::add);
  }

  /**
   * Opens it: code of the files runs.
   *
   * @param manager whose device its arrays live on, and with which the files are closed
   * @throws StudioException if it has not been allowed to run here, has changed, or cannot be
   *     opened
   */
  public Generator open(NDManager manager, Trust trust) {
    if (!trusted(trust)) {
      throw new StudioException(
          English.of(
              "The generator of %s is a TorchScript file, which is code, and nobody has allowed it to run on this computer. If you trust where it comes from: saddlepoint import --trust %s",
              folder.getFileName(), folder));
    }
    requireUnchanged();
    return ScriptedGenerators.open(paths(), form, manager);
  }

  List<Path> paths() {
    return files.stream().map(folder::resolve).toList();
  }

  private void requireUnchanged() {
    for (int i = 0; i < files.size(); i++) {
      Path file = folder.resolve(files.get(i));
      if (!Trust.digest(file).equals(digests.get(i))) {
        throw new StudioException(
            English.of(
                "%s is not the file that was imported: it was changed or replaced. Import it again.",
                file));
      }
    }
  }
}
