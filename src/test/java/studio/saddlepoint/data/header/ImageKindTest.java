package studio.saddlepoint.data.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files told by their first bytes, here written as characters of the same number. */
class ImageKindTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "PNG,        `\u0089PNG\r\n\u001a\n\0\0\0\rIHDR`",
        "JPEG,       `\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0`",
        "WEBP,       `RIFF\0\0\0\0WEBPVP8 `",
        "GIF,        `GIF89a\0\0`",
        "BMP,        `BM1234\0\0\0\0\u0036\0\0\0\u0028\0\0\0`",
        "TIFF,       `II*\0\b\0\0\0`",
        "TIFF,       `MM\0*\0\0\0\b`",
        "PNM,        `P6 1 1 255 ...`",
        "BIG_TIFF,   `II+\0\b\0\0\0`",
        "RAW,        `II*\0\u0010\0\0\0CR\u0002\0`",
        "RAW,        `\0\0\0\u0018ftypcrx \0\0\0\u0001crx isom`",
        "RAW,        `FUJIFILMCCD-RAW 0201`",
        "HEIC,       `\0\0\0\u0018ftypheic\0\0\0\0mif1heic`",
        "HEIC,       `\0\0\0\u0018ftypmif1\0\0\0\0mif1miaf`",
        "AVIF,       `\0\0\0\u001cftypavif\0\0\0\0avifmif1miaf`",
        "AVIF,       `\0\0\0\u001cftypmif1\0\0\0\0mif1avifmiaf`",
        "VIDEO,      `\0\0\0\u0018ftypmp42\0\0\0\0mp42isom`",
        "JPEG_XL,    `\0\0\0\fJXL .`",
        "JPEG_XL,    `\u00ff\n\u00fa\u001f`",
        "JPEG_2000,  `\0\0\0\fjP  .`",
        "PHOTOSHOP,  `8BPS\0\u0001\0\0\0\0\0\0`",
        "PDF,        `%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3`",
        "ICON,       `\0\0\u0001\0\u0001\0\u0010\u0010\0\0`",
        "SVG,        `<svg xmlns=\"http://www.w3.org/2000/svg\">`",
        "SVG,        `<?xml version=\"1.0\"?>\n<!-- made -->\n<svg>`",
        "WEB_PAGE,   `<!DOCTYPE html><html><body>404 Not Found</body>`",
        "WEB_PAGE,   `\n  <HTML><HEAD><title>Sign in</title>`",
        "LFS_POINTER,`version https://git-lfs.github.com/spec/v1\noid sha256:0\n`",
        "ZEROS,      `\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0`",
        "TEXT,       `{\"error\": \"not found\"}`",
        "ARCHIVE,    `PK\u0003\u0004\u0014\0\0\0\b\0`",
        "TEXT,       `BMI of all the patients\n`",
        "UNKNOWN,    `\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000e\u000f\u0010\u0011`",
      })
  void tellsAFileByItsFirstBytes(ImageKind kind, String bytes) {
    assertEquals(kind, ImageKind.of(bytes.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void anyNumberOfBytesIsLookedAt() {
    byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
    for (int length = 0; length < 4; length++) {
      assertEquals(ImageKind.UNKNOWN, ImageKind.of(Arrays.copyOf(heic, length)));
    }
    for (int length = 0; length <= heic.length; length++) {
      assertFalse(ImageKind.of(Arrays.copyOf(heic, length)).isRead());
    }
  }

  @Test
  void everyKindThatIsNotReadHasAReason() {
    for (ImageKind kind : ImageKind.values()) {
      assertEquals(kind.isRead(), kind.reason().isEmpty(), kind.name());
      assertTrue(!kind.isRead() || kind.isImage(), kind.name());
    }
  }

  @Test
  void umlautsMakeNoTextUnknown() {
    byte[] text = "Grüße aus Köln, ä".getBytes(StandardCharsets.UTF_8);
    assertEquals(ImageKind.TEXT, ImageKind.of(text));
    assertEquals(ImageKind.TEXT, ImageKind.of(Arrays.copyOf(text, text.length - 1)));
  }
}
