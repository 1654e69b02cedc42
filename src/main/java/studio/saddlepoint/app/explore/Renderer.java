package studio.saddlepoint.app.explore;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.CodeSizes;
import studio.saddlepoint.latent.KeptClusters;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.model.LatentSpace;

/** A generator whose weights stand still, which the explorer draws with. */
interface Renderer extends AutoCloseable {
  /** Step of the weights. */
  long step();

  /** Whether these are the averaged (EMA) weights. */
  boolean averaged();

  /** Codes and classes it takes. */
  LatentSpace latent();

  /** Shape of its pictures. */
  ImageShape shape();

  /** Whether there is an encoder beside it, which finds the codes of pictures. */
  default boolean encodes() {
    return false;
  }

  /**
   * Draws pictures.
   *
   * @param z codes {@code (N, Z)}
   * @param labels classes {@code (N)}
   * @param threshold truncation of the codes; infinite for none
   */
  List<Picture> render(float[][] z, int[] labels, double threshold);

  /** How many styled layers there are; 0 without a mapping network. */
  default int styledLayers() {
    return 0;
  }

  /** The size that each styled layer works at; none where layers have no codes of their own. */
  default List<Integer> styledSizes() {
    return List.of();
  }

  /** The clusters that are its classes; empty where those are the data's, or not made yet. */
  default Optional<KeptClusters> clusters() {
    return Optional.empty();
  }

  /** Whether layers add noise. */
  default boolean hasNoise() {
    return false;
  }

  /** How long codes are. */
  default CodeSizes sizes() {
    return CodeSizes.of(latent().size());
  }

  /**
   * Draws pictures of points, whatever space their codes are in.
   *
   * @param points one for each picture
   * @param labels classes {@code (N)}
   * @param threshold truncation of the codes; infinite for none
   * @param styling what else happens to codes on their way; of no effect where it cannot
   */
  default List<Picture> draw(
      List<LatentPoint> points, int[] labels, double threshold, Styling styling) {
    int size = latent().size();
    return render(
        points.stream().map(point -> point.code(size, threshold)).toArray(float[][]::new),
        labels,
        threshold);
  }

  /** Whether pictures at a threshold can be drawn at once. */
  boolean prepared(double threshold);

  /**
   * Prepares a threshold by a small piece of work.
   *
   * @return whether it is prepared
   */
  boolean prepare(double threshold);

  /**
   * The snapshot behind it for somebody else, who closes it; nothing where this is closed already.
   */
  Optional<Snapshot> share();

  @Override
  void close();
}
