package studio.saddlepoint.latent.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import studio.saddlepoint.data.ImageShape;

/** A folder with a PNG file for each sample. */
final class FolderSink implements SampleSink {
  private final PngFiles files;
  private final Staging staging;
  private final Set<Path> made = new HashSet<>();

  /**
   * Begins a folder.
   *
   * @param folder none yet, or an empty one
   * @param files the samples' files
   * @throws IOException if it cannot be made
   */
  FolderSink(Path folder, PngFiles files) throws IOException {
    this.files = files;
    this.staging = Staging.folder(folder);
    made.add(staging.temporary());
  }

  @Override
  public void add(Sample sample) throws IOException {
    Path file = staging.temporary().resolve(files.name(sample));
    if (made.add(file.getParent())) {
      Files.createDirectory(file.getParent());
    }
    Files.write(file, files.bytes(sample));
  }

  @Override
  public ImageShape finish() throws IOException {
    if (files.labelled()) {
      Path labels = staging.temporary().resolve(PngFiles.LABELS);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(labels))) {
        files.writeLabels(out);
      }
    }
    staging.finish();
    return files.shape();
  }

  @Override
  public void close() {
    staging.close();
  }
}
