package studio.saddlepoint.latent.film;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageOutputStream;
import studio.saddlepoint.latent.export.Staging;

/**
 * An animated GIF (GIF89a), each frame with colours of its own, see {@link GifColours}. It begins
 * again for ever. Times are told in hundredths of a second; each frame ends at the hundredth that
 * is nearest to its right end, so that nothing adds up.
 */
final class GifFilm implements FilmWriter {
  private static final double HUNDREDTHS = 100;
  private static final int LONGEST = 0xffff;

  /** The extension of Netscape 2.0: 1, then how often, 0 for ever, in two bytes. */
  private static final byte[] FOR_EVER = {1, 0, 0};

  private final Staging staging;
  private final FrameRate rate;
  private final Map<String, String> notes;
  private final ImageWriter writer;
  private final FileImageOutputStream out;
  private long ticks;

  GifFilm(Staging staging, FrameRate rate, Map<String, String> notes) throws IOException {
    this.staging = staging;
    this.rate = rate;
    this.notes = notes;
    writer = ImageIO.getImageWritersByFormatName("gif").next();
    try {
      out = new FileImageOutputStream(staging.temporary().toFile());
    } catch (IOException | RuntimeException e) {
      writer.dispose();
      staging.close();
      throw e;
    }
  }

  @Override
  public void add(FilmFrame frame) throws IOException {
    BufferedImage image = GifColours.indexed(frame.picture());
    boolean first = ticks == 0;
    if (first) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
    }
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setProgressiveMode(ImageWriteParam.MODE_DISABLED); // rows in their order
    // createFromRenderedImage would take a palette of its own for any indexed image.
    IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param);
    describe(metadata, delay(frame.ticks()), first);
    writer.writeToSequence(new IIOImage(image, null, metadata), param);
    ticks += frame.ticks();
  }

  /** Hundredths of a second, from the end of the frame before to that of this one. */
  private int delay(int more) {
    long begin = Math.round(HUNDREDTHS * rate.seconds(ticks));
    long end = Math.round(HUNDREDTHS * rate.seconds(ticks + more));
    return (int) Math.min(LONGEST, end - begin);
  }

  private void describe(IIOMetadata metadata, int delay, boolean first)
      throws IIOInvalidTreeException {
    String format = metadata.getNativeMetadataFormatName();
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
    IIOMetadataNode control = child(root, "GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("transparentColorIndex", "0");
    control.setAttribute("delayTime", Integer.toString(delay));
    if (first) {
      IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
      loop.setAttribute("applicationID", "NETSCAPE");
      loop.setAttribute("authenticationCode", "2.0");
      loop.setUserObject(FOR_EVER);
      child(root, "ApplicationExtensions").appendChild(loop);
      comment(root);
    }
    metadata.setFromTree(format, root);
  }

  /** GIF has no keywords: a line each. */
  private void comment(IIOMetadataNode root) {
    if (notes.isEmpty()) {
      return;
    }
    String text =
        notes.entrySet().stream()
            .map(each -> each.getKey() + ": " + each.getValue())
            .collect(Collectors.joining("\n"));
    IIOMetadataNode comment = new IIOMetadataNode("CommentExtension");
    // The writer takes each letter for a byte.
    comment.setAttribute(
        "value", new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    child(root, "CommentExtensions").appendChild(comment);
  }

  private static IIOMetadataNode child(IIOMetadataNode root, String name) {
    for (int i = 0; i < root.getLength(); i++) {
      if (root.item(i).getNodeName().equals(name)) {
        return (IIOMetadataNode) root.item(i);
      }
    }
    IIOMetadataNode made = new IIOMetadataNode(name);
    root.appendChild(made);
    return made;
  }

  @Override
  public void finish() throws IOException {
    writer.endWriteSequence();
    out.flush();
    out.close();
    staging.finish();
  }

  @Override
  public void close() {
    writer.dispose();
    try (staging) {
      out.close();
    } catch (IOException e) {
      // What was written is deleted in any case; a finished one is closed already.
      return;
    }
  }
}
