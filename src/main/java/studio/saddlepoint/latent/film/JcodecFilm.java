package studio.saddlepoint.latent.film;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.jcodec.api.transcode.PixelStore.LoanerPicture;
import org.jcodec.api.transcode.SinkImpl;
import org.jcodec.api.transcode.VideoFrameWithPacket;
import org.jcodec.common.Codec;
import org.jcodec.common.Format;
import org.jcodec.common.io.FileChannelWrapper;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Rational;
import studio.saddlepoint.latent.export.Staging;

/**
 * An MP4 by JCodec, which is a part of the program: H.264 of the baseline profile, for computers
 * without ffmpeg. Larger and slower than by that, and without notes.
 */
final class JcodecFilm implements FilmWriter {
  /** JCodec's bytes are signed: 0 is the middle. */
  private static final int MIDDLE = 128;

  private static final int CHANNELS = 3;

  private final Staging staging;
  private final FileChannel channel;
  private final Rational rate;
  private final SinkImpl sink;
  private int frames;

  JcodecFilm(Staging staging, FrameRate rate) throws IOException {
    this.staging = staging;
    this.rate = fraction(rate);
    try {
      channel =
          FileChannel.open(staging.temporary(), StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException | RuntimeException e) {
      staging.close();
      throw e;
    }
    try {
      sink = SinkImpl.createWithStream(new KeptOpen(channel), Format.MOV, Codec.H264, null);
      sink.init();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private static Rational fraction(FrameRate rate) {
    int thousandths = (int) Math.round(1000 * rate.perSecond());
    return Rational.reduce(thousandths, 1000);
  }

  @Override
  public void add(FilmFrame frame) throws IOException {
    Picture picture = picture(EvenFrame.of(frame.picture()));
    for (int i = 0; i < frame.ticks(); i++) {
      Packet packet =
          Packet.createPacket(
              null,
              (long) frames * rate.getDen(),
              rate.getNum(),
              rate.getDen(),
              frames,
              Packet.FrameType.KEY,
              null);
      sink.outputVideoFrame(new VideoFrameWithPacket(packet, new LoanerPicture(picture, 0)));
      frames++;
    }
  }

  /**
   * A frame as luma and, of each four pixels, chroma (ITU-R BT.601, 8 bits, which players take for
   * granted where a film does not tell). JCodec's own conversion uses the full range, and its films
   * do not tell that.
   */
  private static Picture picture(EvenFrame frame) {
    int width = frame.width();
    int height = frame.height();
    Picture picture = Picture.create(width, height, ColorSpace.YUV420J);
    byte[] luma = picture.getPlaneData(0);
    for (int i = 0; i < width * height; i++) {
      int at = CHANNELS * i;
      luma[i] =
          signed(
              16
                  + (65.481 * level(frame, at)
                      + 128.553 * level(frame, at + 1)
                      + 24.966 * level(frame, at + 2)));
    }
    for (int y = 0; y < height / 2; y++) {
      for (int x = 0; x < width / 2; x++) {
        double red = mean(frame, x, y, 0);
        double green = mean(frame, x, y, 1);
        double blue = mean(frame, x, y, 2);
        int at = y * (width / 2) + x;
        picture.getPlaneData(1)[at] = signed(128 - 37.797 * red - 74.203 * green + 112 * blue);
        picture.getPlaneData(2)[at] = signed(128 + 112 * red - 93.786 * green - 18.214 * blue);
      }
    }
    return picture;
  }

  private static byte signed(double value) {
    return (byte) (Math.round(value) - MIDDLE);
  }

  /** 0 to 1. */
  private static double level(EvenFrame frame, int at) {
    return (frame.rgb()[at] & 0xff) / 255.0;
  }

  private static double mean(EvenFrame frame, int x, int y, int channel) {
    int row = CHANNELS * frame.width();
    int at = 2 * y * row + 2 * x * CHANNELS + channel;
    return (level(frame, at)
            + level(frame, at + CHANNELS)
            + level(frame, at + row)
            + level(frame, at + row + CHANNELS))
        / 4;
  }

  @Override
  public void finish() throws IOException {
    sink.finish();
    channel.force(true);
    channel.close();
    staging.finish();
  }

  @Override
  public void close() {
    try (staging) {
      channel.close();
    } catch (IOException e) {
      // What was written is deleted in any case, or whole already.
      return;
    }
  }

  /**
   * A channel that JCodec does not close when it has written all: it is flushed to the disk then.
   */
  private static final class KeptOpen extends FileChannelWrapper {
    KeptOpen(FileChannel channel) throws FileNotFoundException {
      super(channel);
    }

    @Override
    public void close() {
      // Whoever opened it closes it.
    }
  }
}
