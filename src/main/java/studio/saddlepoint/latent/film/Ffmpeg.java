package studio.saddlepoint.latent.film;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program ffmpeg of this computer.
 *
 * @param program its file
 */
record Ffmpeg(Path program) {
  private static final Logger LOG = LoggerFactory.getLogger(Ffmpeg.class);

  /** For H.264 the first that it has; the last is older and in every build. */
  private static final List<String> ENCODERS = List.of("libx264", "libopenh264", "mpeg4");

  /** The one on the path, where there is one. */
  static Optional<Ffmpeg> onPath() {
    return on(System.getenv().getOrDefault("PATH", ""));
  }

  /**
   * The first one in some folders.
   *
   * @param path folders as the variable PATH has them
   */
  static Optional<Ffmpeg> on(String path) {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> file(folder, windows ? "ffmpeg.exe" : "ffmpeg").stream())
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .findFirst()
        .map(Ffmpeg::new);
  }

  private static Optional<Path> file(String folder, String name) {
    try {
      return Optional.of(Path.of(folder, name));
    } catch (InvalidPathException e) {
      return Optional.empty(); // people have all kinds of things on their path
    }
  }

  /** The encoder that it has for films; none where it has none, or cannot be started. */
  Optional<String> encoder() {
    List<String> words = new ArrayList<>();
    try {
      Process process =
          new ProcessBuilder(program.toString(), "-hide_banner", "-encoders")
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      try (InputStream out = process.getInputStream()) {
        new String(out.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.strip().split("\\s+"))
            .filter(columns -> columns.length > 1)
            .forEach(columns -> words.add(columns[1]));
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be started: {}", program, e.getMessage());
    }
    return ENCODERS.stream().filter(words::contains).findFirst();
  }

  /**
   * The command that makes a film of raw frames from its standard input.
   *
   * @param encoder one of its
   * @param width of frames, even
   * @param height of frames, even
   * @param comment told in the file; empty for none
   * @param file to write, which is there already
   */
  List<String> command(
      String encoder, int width, int height, FrameRate rate, String comment, Path file) {
    List<String> command =
        new ArrayList<>(List.of(program.toString(), "-hide_banner", "-loglevel", "error", "-y"));
    command.addAll(List.of("-f", "rawvideo", "-pix_fmt", "rgb24"));
    command.addAll(List.of("-video_size", width + "x" + height, "-framerate", rate.toString()));
    command.addAll(List.of("-i", "pipe:0", "-an", "-c:v", encoder));
    command.addAll(quality(encoder));
    // Players take the colours of a film for those of HDTV.
    command.addAll(List.of("-vf", "scale=out_color_matrix=bt709:out_range=tv"));
    command.addAll(List.of("-colorspace", "bt709", "-color_primaries", "bt709"));
    command.addAll(List.of("-color_trc", "bt709", "-color_range", "tv", "-pix_fmt", "yuv420p"));
    if (!comment.isEmpty()) {
      command.addAll(List.of("-metadata", "comment=" + comment));
    }
    command.addAll(List.of("-movflags", "+faststart", "-f", "mp4", file.toString()));
    return command;
  }

  /** Nearly without visible loss, at sizes where a frame has few pixels anyway. */
  private static List<String> quality(String encoder) {
    return switch (encoder) {
      case "libx264" -> List.of("-preset", "medium", "-crf", "14");
      case "libopenh264" -> List.of("-b:v", "8M");
      default -> List.of("-q:v", "2");
    };
  }
}
