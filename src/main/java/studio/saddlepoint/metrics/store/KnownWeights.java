package studio.saddlepoint.metrics.store;

import java.net.URI;
import java.util.List;
import studio.saddlepoint.core.download.Checksum;
import studio.saddlepoint.core.download.RemoteFile;

/**
 * A network's weights that this program does not bring along.
 *
 * @param name for a person
 * @param fileName under which they are kept
 * @param source where they can be downloaded
 * @param sha256 of the file, in hexadecimal
 * @param bytes about how many, for a person to know beforehand
 * @param note whose they are and what may be done with them
 */
public record KnownWeights(
    String name, String fileName, URI source, String sha256, long bytes, String note) {
  private static final String FOLDER =
      "https://nvlabs-fi-cdn.nvidia.com/stylegan2-ada-pytorch/pretrained/metrics/";

  /** The network that FID, KID and the inception score are defined by. */
  public static final KnownWeights INCEPTION =
      new KnownWeights(
          "Inception-v3",
          "inception-2015-12-05.pt",
          URI.create(FOLDER + "inception-2015-12-05.pt"),
          "f58cb9b6ec323ed63459aa4fb441fe750cfe39fafad6da5cb504a16f19e958f4",
          95_600_000,
          "Google's Inception-v3 of 2015 (Apache-2.0), made a TorchScript file by NVIDIA for StyleGAN2-ADA (NVIDIA Source Code License).");

  /** The network that improved precision and recall are usually measured with. */
  public static final KnownWeights VGG16 =
      new KnownWeights(
          "VGG16",
          "vgg16.pt",
          URI.create(FOLDER + "vgg16.pt"),
          "b437eb095feaeb0b83eb3fa11200ebca4548ee39a07fb944a417ddc516cc07c3",
          553_000_000,
          "VGG16 of the University of Oxford (CC BY 4.0), made a TorchScript file by NVIDIA for StyleGAN2-ADA (NVIDIA Source Code License).");

  /** All that the program knows. */
  public static final List<KnownWeights> ALL = List.of(INCEPTION, VGG16);

  /** The size for a person: {@code 96 MB}. */
  public String size() {
    return file().size();
  }

  /** Their file, as it is published. */
  RemoteFile file() {
    return new RemoteFile(name, fileName, List.of(source), Checksum.sha256(sha256), bytes);
  }
}
