package studio.saddlepoint.latent.film;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.latent.export.PngChunk;
import studio.saddlepoint.latent.export.PngText;
import studio.saddlepoint.latent.export.Staging;

/**
 * An animated PNG (PNG specification, third edition, sections 4.9 and 11.3.6): the number of frames
 * in {@code acTL}, the time of each in {@code fcTL}, the first frame's pixels in {@code IDAT}, so
 * that programs that know no animations show it, those of others in {@code fdAT}. It begins again
 * for ever.
 */
final class ApngFilm implements FilmWriter {
  /** Signature and header: the number of frames comes right behind. */
  private static final int HEAD = 8 + PngChunk.FRAME + 13;

  private static final int SIGNATURE = 8;
  private static final int FOR_EVER = 0;

  private final Staging staging;
  private final FrameRate rate;
  private final Map<String, String> notes;
  private final FileChannel channel;
  private final OutputStream out;
  private int frames;
  private int sequence;
  private int width;
  private int height;

  ApngFilm(Staging staging, FrameRate rate, Map<String, String> notes) throws IOException {
    this.staging = staging;
    this.rate = rate;
    this.notes = notes;
    try {
      channel = FileChannel.open(staging.temporary(), StandardOpenOption.WRITE);
    } catch (IOException | RuntimeException e) {
      staging.close();
      throw e;
    }
    out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 18);
  }

  @Override
  public void add(FilmFrame frame) throws IOException {
    Picture picture = frame.picture();
    byte[] png = Pngs.encode(opaque(picture));
    if (frames == 0) {
      begin(png, picture);
    }
    if (picture.width() != width || picture.height() != height) {
      throw new IllegalArgumentException("frames of different sizes");
    }
    out.write(PngChunk.of("fcTL", control(ApngDelay.of(rate, frame.ticks()))));
    byte[] pixels = pixels(png);
    if (frames == 0) {
      out.write(PngChunk.of("IDAT", pixels));
    } else {
      ByteBuffer numbered = ByteBuffer.allocate(Integer.BYTES + pixels.length);
      numbered.putInt(sequence++).put(pixels);
      out.write(PngChunk.of("fdAT", numbered.array()));
    }
    frames++;
  }

  /** All frames of a file are of one kind of pixels. */
  private static Picture opaque(Picture picture) {
    int[] argb = picture.argb().clone();
    for (int i = 0; i < argb.length; i++) {
      argb[i] |= 0xff000000;
    }
    return new Picture(picture.width(), picture.height(), argb);
  }

  private void begin(byte[] png, Picture picture) throws IOException {
    width = picture.width();
    height = picture.height();
    out.write(png, 0, HEAD);
    out.write(animation(0)); // put right in the end
    for (byte[] each : PngText.chunks(notes)) {
      out.write(each);
    }
  }

  private static byte[] animation(int count) {
    ByteBuffer content = ByteBuffer.allocate(2 * Integer.BYTES).putInt(count).putInt(FOR_EVER);
    return PngChunk.of("acTL", content.array());
  }

  private byte[] control(ApngDelay delay) {
    ByteBuffer content = ByteBuffer.allocate(26);
    content.putInt(sequence++).putInt(width).putInt(height).putInt(0).putInt(0);
    content.putShort((short) delay.numerator()).putShort((short) delay.denominator());
    // Left as it is afterwards, and put in the place of what was there.
    return content.put((byte) 0).put((byte) 0).array();
  }

  /** The content of all chunks with pixels, one behind the other. */
  private static byte[] pixels(byte[] png) {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream(png.length);
    ByteBuffer chunks = ByteBuffer.wrap(png);
    int at = SIGNATURE;
    while (at < png.length) {
      int length = chunks.getInt(at);
      String kind = new String(png, at + Integer.BYTES, 4, StandardCharsets.US_ASCII);
      if ("IDAT".equals(kind)) {
        pixels.write(png, at + 2 * Integer.BYTES, length);
      }
      at += PngChunk.FRAME + length;
    }
    return pixels.toByteArray();
  }

  @Override
  public void finish() throws IOException {
    out.write(PngChunk.of("IEND", new byte[0]));
    out.flush();
    ByteBuffer told = ByteBuffer.wrap(animation(frames));
    long place = HEAD;
    while (told.hasRemaining()) {
      place += channel.write(told, place);
    }
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
}
