package studio.saddlepoint.torch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import studio.saddlepoint.core.DiskErrors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/**
 * The arguments of a TorchScript module's methods, which DJL does not tell: read from the text in
 * the archive. The first opcode of {@code data.pkl} names the class (only these bytes are looked
 * at; no pickle is loaded).
 */
final class TorchScriptSignature {
  private static final Pattern CLASS = Pattern.compile("c(__torch__[\\w.]*)\\n(\\w+)\\n");
  private static final Pattern METHOD =
      Pattern.compile("\n  def (\\w+)\\(\\w+: [\\w.]+,?\\s*([^()]*)\\)");

  /** Of the text; that of a large network takes some hundred kilobytes. */
  private static final int MOST_BYTES = 1 << 24;

  /** Of the arguments, a few lines. */
  private static final int MOST_LETTERS = 10_000;

  private TorchScriptSignature() {}

  /**
   * An argument after {@code self}.
   *
   * @param name its name
   * @param text type and default, such as {@code bool=False}
   */
  record Argument(String name, String text) {
    /** Whether it is a yes or no with a default. */
    boolean isSwitch() {
      return text.equals("bool=False") || isOn();
    }

    /** Whether its default is yes. */
    boolean isOn() {
      return text.equals("bool=True");
    }
  }

  /**
   * Reads the arguments of {@code forward}.
   *
   * @return empty where the text is not understood
   * @throws StudioException if the file cannot be read or is no such archive
   */
  static List<Argument> read(Path file) {
    return methods(file).getOrDefault("forward", List.of());
  }

  /**
   * Reads the methods of the module itself with their arguments.
   *
   * @return empty where the text is not understood
   * @throws StudioException if the file cannot be read or is no such archive
   */
  static Map<String, List<Argument>> methods(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new StudioException(
          English.of("There is no file %s. Choose a TorchScript file.", file));
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry data =
          zip.stream()
              .filter(entry -> entry.getName().matches("[^/]+/data\\.pkl"))
              .findFirst()
              .orElseThrow(() -> notAModule(file));
      Matcher name = CLASS.matcher(start(zip, data));
      if (!name.find()) {
        throw notAModule(file);
      }
      String folder = data.getName().substring(0, data.getName().indexOf('/'));
      ZipEntry code = zip.getEntry(folder + "/code/" + name.group(1).replace('.', '/') + ".py");
      if (code == null) {
        throw notAModule(file);
      }
      try (InputStream in = zip.getInputStream(code)) {
        byte[] text = in.readNBytes(MOST_BYTES);
        return methods(new String(text, StandardCharsets.UTF_8), name.group(2));
      }
    } catch (ZipException e) {
      throw notAModule(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static StudioException unreadable(Path file, IOException e) {
    return new StudioException(
        English.of(
            "%s cannot be read (%s). Check that it is there and may be read.",
            file, DiskErrors.reason(e)),
        e);
  }

  private static StudioException notAModule(Path file) {
    return new StudioException(
        English.of(
            "%s is not a TorchScript module. Choose a file written by torch.jit.save, not by torch.save.",
            file));
  }

  private static String start(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(1024), StandardCharsets.ISO_8859_1);
    }
  }

  private static Map<String, List<Argument>> methods(String code, String className) {
    int start = code.indexOf("class " + className + "(Module)");
    if (start < 0) {
      return Map.of();
    }
    int next = code.indexOf("\nclass ", start);
    Matcher method = METHOD.matcher(next < 0 ? code : code.substring(0, next));
    Map<String, List<Argument>> methods = new LinkedHashMap<>();
    while (method.find(start)) {
      start = method.end();
      if (method.group(2).length() <= MOST_LETTERS) {
        methods.putIfAbsent(method.group(1), arguments(method.group(2)));
      }
    }
    return methods;
  }

  private static List<Argument> arguments(String text) {
    List<Argument> arguments = new ArrayList<>();
    for (String each : text.split(",(?![^\\[]*\\])")) {
      String[] parts = each.trim().split(":\\s*", 2);
      if (parts.length == 2) {
        arguments.add(new Argument(parts[0], parts[1].replace(" ", "")));
      }
    }
    return arguments;
  }
}
