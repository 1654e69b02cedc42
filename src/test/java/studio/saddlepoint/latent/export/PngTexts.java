package studio.saddlepoint.latent.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The texts of a PNG file as another program reads them: Java's own reader. */
final class PngTexts {
  private PngTexts() {}

  static Map<String, String> of(byte[] png) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
      reader.setInput(in);
      Element root = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
      NodeList texts = root.getElementsByTagName("iTXtEntry");
      Map<String, String> found = new LinkedHashMap<>();
      for (int i = 0; i < texts.getLength(); i++) {
        Element each = (Element) texts.item(i);
        found.put(each.getAttribute("keyword"), each.getAttribute("text"));
      }
      return found;
    } finally {
      reader.dispose();
    }
  }
}
