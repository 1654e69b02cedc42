package studio.saddlepoint.data.header;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import studio.saddlepoint.data.file.ImageEndings;

/** The kind of a file, told by its first bytes, whatever its name says. */
public enum ImageKind {
  PNG(""),
  JPEG(""),
  WEBP(""),
  GIF(""),
  BMP(""),
  TIFF(""),
  PNM(""),
  BIG_TIFF("is a BigTIFF, which is not read: save it as an ordinary TIFF or as PNG"),
  HEIC("is a HEIC photo, which is not read: save or export it as JPEG"),
  AVIF("is an AVIF image, which is not read: save or export it as PNG or JPEG"),
  JPEG_XL("is a JPEG XL image, which is not read: save or export it as PNG or JPEG"),
  JPEG_2000("is a JPEG 2000 image, which is not read: save it as PNG"),
  RAW("is a raw photo of a camera, which is not read: export it as JPEG"),
  PHOTOSHOP("is a Photoshop document, which is not read: export it as PNG"),
  SVG("is an SVG drawing, which has no pixels: export it as PNG"),
  PDF("is a PDF document, no image: export its pages as PNG"),
  ICON("is an icon, which is not read: save it as PNG"),
  OTHER_IMAGE("is an image of a kind that is not read: save it as PNG"),
  LFS_POINTER(
      "is a git-lfs pointer, not the image itself: run \"git lfs pull\" where it comes from"),
  WEB_PAGE("is a web page, no image, as left by a download that failed: download it again"),
  ARCHIVE("is an archive, no image: unpack (unzip) it"),
  VIDEO("is a video, no image: export its frames as PNG or JPEG"),
  ZEROS("begins with nothing but zeros, as after a broken copy or a power cut: copy it again"),
  TEXT("is a text file, no image"),
  UNKNOWN("is no image that is read (" + ImageEndings.KINDS + ")");

  /** Of the first bytes of a file, as many as tell its kind. */
  public static final int START = 1024;

  /** So short a file is not called a text: it may be the beginning of anything. */
  private static final int LEAST_TEXT = 12;

  private static final int LARGEST_BMP_HEADER = 1024;
  private static final Set<ImageKind> READ = EnumSet.range(PNG, PNM);
  private static final Set<ImageKind> IMAGES = EnumSet.range(PNG, OTHER_IMAGE);

  private final String reason;

  ImageKind(String reason) {
    this.reason = reason;
  }

  /** Whether images of this kind are read. */
  boolean isRead() {
    return READ.contains(this);
  }

  /** Whether a person takes such a file for an image, be it read or not. */
  public boolean isImage() {
    return IMAGES.contains(this);
  }

  /** Why such a file is not read and what to do, to follow its name; empty where it is read. */
  public String reason() {
    return reason;
  }

  /**
   * Tells the kind of a file.
   *
   * @param start its first {@link #START} bytes, or all of a shorter one
   */
  public static ImageKind of(byte[] start) {
    ImageKind kind = ofImage(start);
    if (kind == UNKNOWN) {
      kind = ofDocument(start);
    }
    return kind == UNKNOWN ? ofContent(start) : kind;
  }

  private static ImageKind ofImage(byte[] start) {
    if (has(start, 0, "\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (has(start, 0, "\u00ff\u00d8") && (start.length == 2 || start[2] == (byte) 0xff)) {
      return JPEG;
    }
    if (WebpContainer.begins(start)) {
      return WEBP;
    }
    if (has(start, 0, "GIF87a") || has(start, 0, "GIF89a")) {
      return GIF;
    }
    if (has(start, 0, "II*\0") || has(start, 0, "MM\0*")) {
      return has(start, 8, "CR\u0002") ? RAW : TIFF;
    }
    if (has(start, 0, "II+\0") || has(start, 0, "MM\0+")) {
      return BIG_TIFF;
    }
    if (isPnm(start)) {
      return PNM;
    }
    return has(start, 0, "BM") && hasBmpHeader(start) ? BMP : UNKNOWN;
  }

  private static boolean isPnm(byte[] start) {
    return start.length > 2
        && start[0] == 'P'
        && start[1] >= '1'
        && start[1] <= '6'
        && (Character.isWhitespace(start[2]) || start[2] == '#');
  }

  /** The length of the second header, in four bytes, the lowest first. */
  private static boolean hasBmpHeader(byte[] start) {
    return start.length < 18
        || start[17] == 0
            && start[16] == 0
            && ((start[15] & 0xff) << Byte.SIZE | start[14] & 0xff) <= LARGEST_BMP_HEADER;
  }

  private static ImageKind ofDocument(byte[] start) {
    if (has(start, 4, "ftyp")) {
      return ofBrands(start);
    }
    if (has(start, 0, "\0\0\0\fJXL ") || has(start, 0, "\u00ff\n")) {
      return JPEG_XL;
    }
    if (has(start, 0, "\0\0\0\fjP  ") || has(start, 0, "\u00ffO\u00ffQ")) {
      return JPEG_2000;
    }
    if (begins(start, "FUJIFILMCCD-RAW", "IIRO", "IIRS", "MMOR", "IIU\0", "FOVb", "\0MRM")) {
      return RAW;
    }
    if (has(start, 0, "8BPS")) {
      return PHOTOSHOP;
    }
    if (has(start, 0, "%PDF-")) {
      return PDF;
    }
    if (begins(start, "\0\0\u0001\0", "\0\0\u0002\0", "icns")) {
      return ICON;
    }
    if (begins(start, "P7\n", "PF\n", "Pf\n", "qoif", "DDS ", "v/1\u0001", "gimp xcf", "#?RADI")
        || has(start, 0, "%!PS")
        || has(start, 128, "DICM")) {
      return OTHER_IMAGE;
    }
    if (begins(start, "PK\u0003\u0004", "\u001f\u008b", "Rar!", "7z\u00bc\u00af")) {
      return ARCHIVE;
    }
    boolean video =
        has(start, 0, "RIFF") && has(start, 8, "AVI ") || has(start, 0, "\u001aE\u00df\u00a3");
    return video ? VIDEO : UNKNOWN;
  }

  /** Of a file of ISO/IEC 14496-12, by the kinds it says it is, the main one first. */
  private static ImageKind ofBrands(byte[] start) {
    int end = Math.min(start.length, (start.length > 3 ? start[3] & 0xff : 0));
    for (int at = 8; at + 4 <= end; at += at == 8 ? 8 : 4) {
      String brand = new String(start, at, 4, StandardCharsets.ISO_8859_1);
      switch (brand) {
        case "avif", "avis":
          return AVIF;
        case "heic", "heix", "heim", "heis", "hevc", "hevx":
          return HEIC;
        case "crx ":
          return RAW;
        default:
          break;
      }
    }
    return has(start, 8, "mif1") || has(start, 8, "msf1") ? HEIC : VIDEO;
  }

  private static ImageKind ofContent(byte[] start) {
    boolean zeros = start.length >= LEAST_TEXT;
    boolean text = start.length >= LEAST_TEXT;
    for (byte each : start) {
      zeros &= each == 0;
      text &= each < 0 || each >= ' ' && each != 127 || each >= '\t' && each <= '\r';
    }
    if (zeros || !text) {
      return zeros ? ZEROS : UNKNOWN;
    }
    if (has(start, 0, "version https://git-lfs")) {
      return LFS_POINTER;
    }
    String words = new String(start, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
    boolean markup = words.indexOf('<') >= 0 && words.indexOf('<') <= 3;
    if (markup && words.contains("<svg")) {
      return SVG;
    }
    boolean page =
        words.contains("<!doctype html")
            || words.contains("<html")
            || words.contains("<head>")
            || words.contains("<body");
    if (markup && page) {
      return WEB_PAGE;
    }
    return isUtf8(start) ? TEXT : UNKNOWN;
  }

  /** Whether bytes are text, but for a character that is cut at their end. */
  private static boolean isUtf8(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8);
    int wrong = text.indexOf('\ufffd');
    return wrong < 0 || wrong >= text.length() - 3;
  }

  private static boolean begins(byte[] start, String... texts) {
    for (String text : texts) {
      if (has(start, 0, text)) {
        return true;
      }
    }
    return false;
  }

  /** Whether bytes stand at a place, each written as a character of the same number. */
  private static boolean has(byte[] start, int at, String bytes) {
    if (start.length < at + bytes.length()) {
      return false;
    }
    for (int i = 0; i < bytes.length(); i++) {
      if ((start[at + i] & 0xff) != bytes.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
