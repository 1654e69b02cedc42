package studio.saddlepoint.latent.export;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.PictureConversion;

/** All samples in one picture. */
final class SheetSink implements SampleSink {
  private static final int GAP = 2;
  private static final int BACKGROUND = 0xff202020;

  private final Staging staging;
  private final ImageShape shape;
  private final OptionalInt columns;
  private final List<Picture> pictures = new ArrayList<>();

  /**
   * Begins a sheet.
   *
   * @param staging where it is written
   * @param shape of each sample
   * @param columns samples in a row; empty for about as many as rows
   */
  SheetSink(Staging staging, ImageShape shape, OptionalInt columns) {
    this.staging = staging;
    this.shape = shape;
    this.columns = columns;
  }

  @Override
  public void add(Sample sample) {
    pictures.add(PictureConversion.of(sample.pixels(), shape));
  }

  @Override
  public ImageShape finish() throws IOException {
    int count = pictures.size();
    int across = Math.min(count, columns.orElse((int) Math.ceil(Math.sqrt(count))));
    Picture sheet = PictureConversion.grid(pictures, across, GAP, BACKGROUND);
    Files.write(staging.temporary(), Pngs.encode(sheet));
    staging.finish();
    return new ImageShape(shape.channels(), sheet.height(), sheet.width());
  }

  @Override
  public void close() {
    staging.close();
  }
}
