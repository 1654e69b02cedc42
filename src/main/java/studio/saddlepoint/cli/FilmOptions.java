package studio.saddlepoint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.film.FilmExport;
import studio.saddlepoint.latent.film.FilmFormat;
import studio.saddlepoint.latent.film.FilmTarget;
import studio.saddlepoint.latent.film.FrameRate;

/** The options that say to what file a film goes, and how fast it runs. */
final class FilmOptions {
  /** Endings that people give to files of other kinds; others may well end a folder's name. */
  private static final Pattern OTHER_FILE =
      Pattern.compile(
          "(?i).+\\.(jpe?g|jfif|bmp|tiff?|webp|webm|avif|mkv|mov|avi|ogv|m4v|zip|npz|tar|json|pdf)");

  @Option(
      names = "--fps",
      paramLabel = "F",
      description = "Frames in a second, 0.1 to 120; default: 25.")
  private @Nullable Double fps;

  @Option(
      names = "--out",
      paramLabel = "GIF|PNG|MP4|DIR",
      required = true,
      description =
          "What to write, by the ending: .gif, .png or .apng (an animated PNG, without loss), .mp4 (by ffmpeg, which must be on the path), or a folder of numbered PNG files.")
  private Path out = Path.of("");

  @Option(names = "--overwrite", description = "Replaces a file that is there already.")
  private boolean overwrite;

  /** Whether a rate was named. */
  boolean timed() {
    return fps != null;
  }

  /** Frames in a second. */
  FrameRate rate() {
    return read("--fps", () -> fps == null ? FrameRate.USUAL : new FrameRate(fps));
  }

  /** Where to write; refuses what cannot be before anything is opened. */
  FilmTarget target(FrameRate rate) {
    FilmTarget target = new FilmTarget(out, format(), overwrite);
    target.format().refusal(rate).ifPresent(reason -> refuse("--fps", reason));
    target.place().occupied().ifPresent(reason -> refuse("--out", reason));
    return target;
  }

  private static void refuse(String option, String reason) {
    throw new BadUse(option + ": " + reason);
  }

  private FilmFormat format() {
    String name = String.valueOf(out.getFileName());
    if (Files.isDirectory(out)) {
      return FilmFormat.FRAMES;
    }
    return FilmFormat.ofFile(name)
        .orElseGet(
            () -> {
              if (OTHER_FILE.matcher(name).matches()) {
                throw new BadUse(
                    "--out is "
                        + out
                        + ": name a file that ends with .gif, .png or .mp4, or a folder.");
              }
              return FilmFormat.FRAMES;
            });
  }

  /** Reads an option's value, whose error tells the option. */
  static <T> T read(String option, Supplier<T> value) {
    try {
      return value.get();
    } catch (BadUse e) {
      throw e;
    } catch (StudioException e) {
      throw new BadUse(option + ": " + e.getMessage());
    }
  }

  /** Adds what was written to an answer. */
  void tell(
      Map<String, Object> document, FilmTarget target, FrameRate rate, FilmExport.Written made) {
    document.put("file", out.toAbsolutePath().normalize().toString());
    document.put("format", target.format().id());
    document.put("frames", made.frames());
    document.put("pictures", made.pictures());
    document.put("framesPerSecond", rate.perSecond());
    document.put("filmSeconds", made.seconds());
    document.put("width", made.width());
    document.put("height", made.height());
    document.put("remark", target.format().remark(rate).orElse(null));
  }

  /** What was written, as a line or two for a person. */
  String text(FilmTarget target, FrameRate rate, FilmExport.Written made, Duration took) {
    return English.of(
            "%s (%dx%d, %s seconds at %s frames a second) in %s after %s",
            English.count(made.frames(), "frame"),
            made.width(),
            made.height(),
            English.value(made.seconds()),
            rate,
            Escapes.name(out),
            Durations.text(took))
        + target.format().remark(rate).map(remark -> "\n" + remark).orElse("");
  }
}
