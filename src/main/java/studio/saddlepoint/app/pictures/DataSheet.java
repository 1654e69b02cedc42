package studio.saddlepoint.app.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;

/** A data set's images side by side. */
public final class DataSheet {
  private DataSheet() {}

  /**
   * A sheet of images.
   *
   * @param data the data set, not empty
   * @param index which image stands at a place, counted row by row
   * @param columns images in a row
   * @param rows rows of images
   */
  public static Picture of(DataSet data, IntUnaryOperator index, int columns, int rows) {
    ImageShape shape = data.shape();
    int width = columns * shape.width();
    int height = rows * shape.height();
    int[] argb = new int[width * height];
    byte[] bytes = new byte[shape.pixels()];
    int plane = shape.height() * shape.width();
    List<Integer> channels = new ArrayList<>();
    for (int channel = 0; channel < 3; channel++) {
      channels.add(shape.channels() == 3 ? channel * plane : 0);
    }
    for (int i = 0; i < columns * rows; i++) {
      data.read(index.applyAsInt(i) % data.size(), bytes, 0);
      int left = i % columns * shape.width();
      int top = i / columns * shape.height();
      for (int p = 0; p < plane; p++) {
        int r = bytes[channels.get(0) + p] & 0xFF;
        int g = bytes[channels.get(1) + p] & 0xFF;
        int b = bytes[channels.get(2) + p] & 0xFF;
        argb[(top + p / shape.width()) * width + left + p % shape.width()] =
            0xFF000000 | r << 16 | g << 8 | b;
      }
    }
    return new Picture(width, height, argb);
  }
}
