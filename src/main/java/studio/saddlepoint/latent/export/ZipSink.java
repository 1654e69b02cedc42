package studio.saddlepoint.latent.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import studio.saddlepoint.data.ImageShape;

/** A zip with a PNG file for each sample. */
final class ZipSink implements SampleSink {
  private final PngFiles files;
  private final StagedZip zip;

  /**
   * Begins a zip.
   *
   * @param zip with nothing in it
   * @param files the samples' files
   */
  ZipSink(StagedZip zip, PngFiles files) {
    this.zip = zip;
    this.files = files;
  }

  @Override
  public void add(Sample sample) throws IOException {
    zip.stored(files.name(sample), files.bytes(sample));
  }

  @Override
  public ImageShape finish() throws IOException {
    if (files.labelled()) {
      try (OutputStream out = new BufferedOutputStream(zip.begin(PngFiles.LABELS))) {
        files.writeLabels(out);
      }
    }
    zip.finish();
    return files.shape();
  }

  @Override
  public void close() {
    zip.close();
  }
}
