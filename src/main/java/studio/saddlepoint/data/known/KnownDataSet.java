package studio.saddlepoint.data.known;

import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.download.Checksum;
import studio.saddlepoint.core.download.RemoteFile;

/**
 * A data set of the literature that is published as a few files. Sums are those that the publishers
 * or torchvision give; where that is an MD5, it tells damaged and mistaken files, not forged ones.
 */
public enum KnownDataSet {
  /** Handwritten digits. */
  MNIST(
      "MNIST",
      "Handwritten digits: 70,000 pictures, 28 x 28 grey, 10 classes (LeCun et al. 1998).",
      "CC BY-SA 3.0, Y. LeCun and C. Cortes",
      idx(
          "MNIST",
          List.of(
              "https://ossci-datasets.s3.amazonaws.com/mnist/",
              "https://storage.googleapis.com/cvdf-datasets/mnist/"),
          new Sizes(9_912_422, 28_881, 1_648_877, 4_542),
          "f68b3c2dcbeaaa9fbdd348bbdeb94873",
          "d53e105ee54ea40749a09fcbcd1e9432",
          "9fb629c4189551a2d022fa330f9573f3",
          "ec29112dd5afa0611ce80d1b7f02629c"),
      List.of(),
      List.of()),
  /** Clothes. */
  FASHION_MNIST(
      "Fashion-MNIST",
      "Clothes: 70,000 pictures, 28 x 28 grey, 10 classes (Xiao et al. 2017).",
      "MIT, Zalando SE",
      idx(
          "Fashion-MNIST",
          List.of(
              "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
              "https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/"),
          new Sizes(26_421_880, 29_515, 4_422_102, 5_148),
          "8d4fb7e6c68d591d4c3dfef9ec88bf0d",
          "25c81989df183df01b3e8a0aad5dffbe",
          "bef4ecab320f06d8554ea6380940ec79",
          "bb300cfdad3c16e7a12a480ee83cd310"),
      List.of(),
      List.of()),
  /** Japanese characters. */
  KMNIST(
      "KMNIST",
      "Handwritten Japanese characters of old books: 70,000 pictures, 28 x 28 grey, 10 classes (Clanuwat et al. 2018).",
      "CC BY-SA 4.0, ROIS-DS Center for Open Data in the Humanities",
      idx(
          "KMNIST",
          List.of(
              "http://codh.rois.ac.jp/kmnist/dataset/kmnist/",
              "https://codh.rois.ac.jp/kmnist/dataset/kmnist/"),
          new Sizes(18_165_135, 29_497, 3_041_136, 5_120),
          "bdb82020997e1d708af4cf47b453dcf7",
          "e144d726b3acfaa3e44228e80efcd344",
          "5c965bf0a639b31b8f53240b1b52f4d7",
          "7320c461ea6c1c855c0b718fb2a4b134"),
      List.of(),
      List.of("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo")),
  /** Handwritten letters. */
  EMNIST_LETTERS(
      "EMNIST-letters",
      "Handwritten letters: 145,600 pictures, 28 x 28 grey, 26 classes (Cohen et al. 2017).",
      "Made from NIST Special Database 19, which is free to use",
      List.of(Emnist.ARCHIVE),
      Emnist.members("letters"),
      List.of()),
  /** Handwritten digits and letters. */
  EMNIST_BALANCED(
      "EMNIST-balanced",
      "Handwritten digits and letters: 131,600 pictures, 28 x 28 grey, 47 classes (Cohen et al. 2017).",
      "Made from NIST Special Database 19, which is free to use",
      List.of(Emnist.ARCHIVE),
      Emnist.members("balanced"),
      List.of()),
  /** Small photos. */
  CIFAR_10(
      "CIFAR-10",
      "Small photos of animals and vehicles: 60,000 pictures, 32 x 32 in colour, 10 classes (Krizhevsky 2009).",
      "No licence is given; used for research everywhere",
      List.of(
          new RemoteFile(
              "CIFAR-10",
              "cifar-10-binary.tar.gz",
              List.of(
                  URI.create("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"),
                  URI.create(
                      "https://storage.googleapis.com/s4tf-hosted-binaries/datasets/CIFAR10/cifar-10-binary.tar.gz")),
              Checksum.md5("c32a1d4ab5d03f1284b67883e8d87530"),
              170_052_171)),
      List.of(
          "batches.meta.txt",
          "data_batch_1.bin",
          "data_batch_2.bin",
          "data_batch_3.bin",
          "data_batch_4.bin",
          "data_batch_5.bin",
          "test_batch.bin"),
      List.of());

  private final String title;
  private final String about;
  private final String licence;
  private final List<RemoteFile> files;
  private final List<String> members;
  private final List<String> classNames;

  KnownDataSet(
      String title,
      String about,
      String licence,
      List<RemoteFile> files,
      List<String> members,
      List<String> classNames) {
    this.title = title;
    this.about = about;
    this.licence = licence;
    this.files = files;
    this.members = members;
    this.classNames = classNames;
  }

  /** Bytes of the four files of the MNIST family. */
  private record Sizes(long trainImages, long trainLabels, long testImages, long testLabels) {}

  private static List<RemoteFile> idx(
      String title, List<String> folders, Sizes sizes, String... md5) {
    return List.of(
        file(title, "train-images-idx3-ubyte.gz", folders, md5[0], sizes.trainImages()),
        file(title, "train-labels-idx1-ubyte.gz", folders, md5[1], sizes.trainLabels()),
        file(title, "t10k-images-idx3-ubyte.gz", folders, md5[2], sizes.testImages()),
        file(title, "t10k-labels-idx1-ubyte.gz", folders, md5[3], sizes.testLabels()));
  }

  private static RemoteFile file(
      String title, String name, List<String> folders, String md5, long bytes) {
    return new RemoteFile(
        title + " (" + name + ")",
        name,
        folders.stream().map(folder -> URI.create(folder + name)).toList(),
        Checksum.md5(md5),
        bytes);
  }

  /** The archive in which all parts of EMNIST are published. */
  private static final class Emnist {
    static final RemoteFile ARCHIVE =
        new RemoteFile(
            "EMNIST",
            "gzip.zip",
            List.of(
                URI.create("https://biometrics.nist.gov/cs_links/EMNIST/gzip.zip"),
                URI.create("https://www.itl.nist.gov/iaui/vip/cs_links/EMNIST/gzip.zip")),
            Checksum.md5("58c8d27c78d21e728a6bc7b3cc06412e"),
            561_753_746);

    static List<String> members(String part) {
      String start = "emnist-" + part + "-";
      return List.of(
          start + "train-images-idx3-ubyte.gz",
          start + "train-labels-idx1-ubyte.gz",
          start + "test-images-idx3-ubyte.gz",
          start + "test-labels-idx1-ubyte.gz",
          start + "mapping.txt");
    }
  }

  /** The name on the command line: {@code fashion-mnist}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** By its name on the command line, in any case. */
  public static Optional<KnownDataSet> of(String id) {
    return Stream.of(values()).filter(each -> each.id().equalsIgnoreCase(id.strip())).findAny();
  }

  /**
   * The one that a recipe's data source names; empty where it names none, or something lies at that
   * path, which goes before a name.
   */
  public static Optional<KnownDataSet> named(String source) {
    return of(source).filter(set -> PathNames.spelt(source).filter(Files::exists).isEmpty());
  }

  /** What a person calls it; so its folder is called too. */
  public String title() {
    return title;
  }

  /** What is in it, in a sentence. */
  public String about() {
    return about;
  }

  /** What may be done with it, and whose it is. */
  public String licence() {
    return licence;
  }

  /** What is to be downloaded. */
  public List<RemoteFile> files() {
    return files;
  }

  /** Files that are taken out of the archive; empty where the files themselves are it. */
  List<String> members() {
    return members;
  }

  /** Names of the classes that the files do not tell; empty where they do. */
  List<String> classNames() {
    return classNames;
  }

  /** Bytes of the download. */
  public long bytes() {
    return files.stream().mapToLong(RemoteFile::bytes).sum();
  }
}
