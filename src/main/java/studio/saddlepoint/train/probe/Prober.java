package studio.saddlepoint.train.probe;

import ai.djl.ndarray.NDManager;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.metrics.extractor.Classifiers;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.extractor.PixelExtractor;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.train.cluster.Clusters;
import studio.saddlepoint.train.method.Method;

/**
 * Looks at the networks of a training beside its data. Features come from the data set's own
 * classifier where that is there already, otherwise from pixels: a look trains nothing. For one
 * thread.
 */
public final class Prober implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Prober.class);

  /** Fewer held-out pictures say nothing. */
  private static final int FEWEST_HELD_OUT = 32;

  private final DataSet train;
  private final Optional<DataSet> test;
  private final Optional<DataSet> heldOut;
  private final Classifiers classifiers;
  private @Nullable DataSide side;

  /**
   * Nothing looked at yet.
   *
   * @param train what is learnt from
   * @param recipe names the data set, whose held-out part is opened
   */
  public Prober(DataSet train, Recipe recipe, Home home) {
    this.train = train;
    this.classifiers = new Classifiers(home.caches());
    this.test = test(recipe, home);
    this.heldOut =
        test.filter(
            set ->
                set.size() >= FEWEST_HELD_OUT
                    && set.shape().equals(train.shape())
                    && !set.fingerprint().equals(train.fingerprint()));
  }

  private static Optional<DataSet> test(Recipe recipe, Home home) {
    try {
      return Optional.of(DataSets.open(recipe.data(), Split.TEST, home.caches(), Progress.NONE));
    } catch (StudioException e) {
      LOG.debug("Looks do without held-out pictures: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** Whether there are held-out pictures to compare with. */
  public boolean holdsOut() {
    return heldOut.isPresent();
  }

  /**
   * Looks.
   *
   * @param recipe with the values of the step
   * @param resolution that networks which grow stand at
   * @param clusters that are the classes; empty where those are the data's
   * @param step steps done
   * @param imagesSeen real images seen in them
   */
  public Look look(
      Method method,
      Recipe recipe,
      Optional<Resolution> resolution,
      Optional<Clusters> clusters,
      NDManager manager,
      long step,
      long imagesSeen) {
    DataSide data = side(recipe, resolution, manager);
    return new Looking(method, recipe, resolution, clusters, manager, data)
        .at(step, imagesSeen, train, heldOut.orElse(null));
  }

  private DataSide side(Recipe recipe, Optional<Resolution> resolution, NDManager manager) {
    int size = resolution.map(Resolution::size).orElse(train.shape().height());
    DataSide now = side;
    boolean better = now != null && now.extractor().classNames().isEmpty() && hasClassifier();
    if (now == null || now.size() != size || better) {
      FeatureExtractor extractor = now == null || better ? extractor() : now.extractor();
      if (now != null && better) {
        now.extractor().close();
      }
      now =
          new DataSide(
              train,
              heldOut.orElse(null),
              extractor,
              recipe.diagnosis().pictures(),
              size,
              recipe.seed(),
              manager);
      side = now;
    }
    return now;
  }

  private boolean hasClassifier() {
    return train.classNames().size() > 1 && test.isPresent() && classifiers.kept(train, test.get());
  }

  private FeatureExtractor extractor() {
    return hasClassifier()
        ? classifiers.of(train, test.orElseThrow(), Progress.NONE)
        : new PixelExtractor(train.shape());
  }

  @Override
  public void close() {
    if (side != null) {
      side.extractor().close();
    }
  }
}
