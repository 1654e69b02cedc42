package studio.saddlepoint.latent.export;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.Quantizer;
import studio.saddlepoint.latent.SampleCodes;
import studio.saddlepoint.latent.Snapshot;

/**
 * Samples of a snapshot on their way to files. The pictures hold the very bytes that an evaluation
 * of the same codes sees.
 *
 * @param snapshot draws the samples; stays open
 * @param run id of the run that it is from
 * @param codes the samples' codes and classes
 * @param count how many samples, at least 1
 */
public record SampleExport(Snapshot snapshot, String run, SampleCodes codes, int count) {
  /** As evaluations do: other sizes may differ in the last bit. */
  private static final int AT_ONCE = 64;

  /**
   * Draws the samples and writes them. The place is tried before the first is drawn; when anything
   * ends it early, nothing stays there.
   *
   * @param target where to
   * @param progress of the drawing
   * @return the shape of a picture in the file: of the sheet, or of each sample
   * @throws StudioException if it cannot be written, or the generator makes no pictures
   * @throws CancellationException if it was cancelled
   */
  public ImageShape write(ExportTarget target, Progress progress) {
    target
        .refusal(snapshot.latent().classNames().size())
        .ifPresent(
            reason -> {
              throw new StudioException(reason);
            });
    try (SampleSink sink = sink(target)) {
      for (int from = 0; from < count; from += AT_ONCE) {
        progress.checkCancelled();
        draw(from, Math.min(AT_ONCE, count - from), sink);
        progress.report("Drawing", Math.min(1, (from + AT_ONCE) / (double) count));
      }
      progress.checkCancelled();
      return sink.finish();
    } catch (IOException e) {
      throw target.unwritable(e);
    }
  }

  private void draw(int from, int some, SampleSink sink) throws IOException {
    SampleCodes.Range range = codes.range(from, some);
    byte[] pixels = Quantizer.bytes(snapshot.pixels(range.z(), range.labels(), codes.threshold()));
    int size = pixels.length / some;
    for (int i = 0; i < some; i++) {
      sink.add(
          new Sample(
              from + i,
              Arrays.copyOfRange(pixels, i * size, (i + 1) * size),
              range.labels()[i],
              range.indices()[i]));
    }
  }

  private SampleSink sink(ExportTarget target) throws IOException {
    SampleOrigin origin = SampleOrigin.of(snapshot, run, codes);
    boolean labelled = target.labels();
    return switch (target.kind()) {
      case SHEET ->
          new SheetSink(
              Staging.file(target.path(), target.replace()), origin.shape(), target.columns());
      case FOLDER -> new FolderSink(target.path(), new PngFiles(origin, labelled, count));
      case ZIP ->
          new ZipSink(
              new StagedZip(target.path(), target.replace()),
              new PngFiles(origin, labelled, count));
      case NPZ -> npz(target, origin);
    };
  }

  private SampleSink npz(ExportTarget target, SampleOrigin origin) throws IOException {
    StagedZip zip = new StagedZip(target.path(), target.replace());
    try {
      return new NpzSink(zip, origin.shape(), count, target.labels());
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }
}
