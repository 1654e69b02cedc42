package studio.saddlepoint.latent.film;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.latent.export.PngText;
import studio.saddlepoint.latent.export.Staging;

/**
 * A folder with a PNG for each frame, {@code 000000.png} and so on; pictures that are shown longer
 * are there as often as their frames. Such as ffmpeg takes by {@code -i %06d.png}.
 */
final class FramesFolder implements FilmWriter {
  private final Staging staging;
  private final byte[][] notes;
  private int count;

  FramesFolder(Staging staging, Map<String, String> notes) {
    this.staging = staging;
    this.notes = PngText.chunks(notes);
  }

  @Override
  public void add(FilmFrame frame) throws IOException {
    byte[] png = PngText.inserted(Pngs.encode(frame.picture()), notes);
    for (int i = 0; i < frame.ticks(); i++) {
      Path file = staging.temporary().resolve(String.format(Locale.ROOT, "%06d.png", count++));
      Files.write(file, png);
    }
  }

  @Override
  public void finish() throws IOException {
    staging.finish();
  }

  @Override
  public void close() {
    staging.close();
  }
}
