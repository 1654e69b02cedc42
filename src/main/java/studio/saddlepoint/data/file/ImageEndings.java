package studio.saddlepoint.data.file;

import java.util.Set;
import studio.saddlepoint.data.DataProblem;

/** By what the name of a file ends: whether it is taken for an image. */
public final class ImageEndings {
  /** What is read, in words. */
  public static final String KINDS = "PNG, JPEG, WebP, GIF, BMP, TIFF or PPM/PGM/PBM";

  /** Browsers save JPEGs as jfif, older programs as jpe; an apng is a PNG that moves. */
  private static final Set<String> READ =
      Set.of(
          "png", "apng", "jpg", "jpeg", "jpe", "jif", "jfif", "jfi", "webp", "gif", "bmp", "dib",
          "tif", "tiff", "ppm", "pgm", "pbm", "pnm");

  private static final Set<String> NOT_READ =
      Set.of("heic", "heif", "hif", "avif", "jxl", "jp2", "j2k", "jpx");

  /** Files that lie beside images by the thousand, so that their ending has to do. */
  private static final Set<String> OTHER =
      Set.of(
          "txt",
          "md",
          "rst",
          "log",
          "csv",
          "tsv",
          "json",
          "jsonl",
          "xml",
          "yaml",
          "yml",
          "toml",
          "ini",
          "cfg",
          "html",
          "htm",
          "css",
          "js",
          "py",
          "pyc",
          "ipynb",
          "sh",
          "bat",
          "java",
          "m",
          "pdf",
          "doc",
          "docx",
          "xls",
          "xlsx",
          "ppt",
          "pptx",
          "rtf",
          "odt",
          "zip",
          "tar",
          "gz",
          "tgz",
          "bz2",
          "tbz",
          "xz",
          "7z",
          "rar",
          "zst",
          "npy",
          "npz",
          "mat",
          "h5",
          "hdf5",
          "pkl",
          "pickle",
          "pt",
          "pth",
          "ckpt",
          "onnx",
          "safetensors",
          "parquet",
          "arrow",
          "tfrecord",
          "lmdb",
          "mdb",
          "db",
          "sqlite",
          "mp4",
          "avi",
          "mov",
          "mkv",
          "webm",
          "m4v",
          "mp3",
          "wav",
          "flac",
          "m4a",
          "aac",
          "ogg",
          "aae",
          "xmp",
          "thm",
          "lrv",
          "svg",
          "psd",
          "ai",
          "eps",
          "exe",
          "dll",
          "ico",
          "icns",
          "lnk",
          "url",
          "torrent",
          "part",
          "crdownload",
          "download",
          "tmp",
          "bak",
          "old",
          "swp",
          "md5",
          "sha1",
          "sha256",
          "lock");

  private ImageEndings() {}

  /**
   * Whether files of this ending are read. What they hold is found out by their first bytes.
   *
   * @param ending in small letters, without a dot
   */
  public static boolean isRead(String ending) {
    return READ.contains(ending);
  }

  /** Whether files of this ending are images, but of a kind that is not read. */
  public static boolean isUnread(String ending) {
    return NOT_READ.contains(ending);
  }

  /** Whether files of this ending, or without one, may be images: their first bytes tell. */
  public static boolean isOpen(String ending) {
    return !READ.contains(ending)
        && !NOT_READ.contains(ending)
        && !OTHER.contains(ending)
        && !ending.endsWith("~");
  }

  /** What to tell of a file whose ending is not read. */
  public static DataProblem unread(String file) {
    return new DataProblem(file, "is of a kind that is not read: make it a PNG file");
  }
}
