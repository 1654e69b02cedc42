package studio.saddlepoint.data.decode;

import java.io.IOException;

/** An image of the same size as another one that it is made of, and closes. */
interface WrappedImage extends OpenImage {
  /** The other one. */
  OpenImage image();

  @Override
  default int width() {
    return image().width();
  }

  @Override
  default int height() {
    return image().height();
  }

  @Override
  default void close() throws IOException {
    image().close();
  }
}
