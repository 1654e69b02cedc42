package studio.saddlepoint.recipe.method;

import java.util.List;
import java.util.stream.IntStream;
import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * Clusters as classes, for pictures without labels: those that the discriminator's features form
 * (self-conditioned GAN, Liu et al. 2020, section 3).
 *
 * @param count how many; 0 is off
 * @param first real pictures seen when they are made for the first time; before, every picture has
 *     one by chance
 * @param every real pictures seen until they are made anew
 * @param sample pictures that their centres are found on; all pictures are then assigned
 */
public record ClusterSettings(
    @Parameter(
            label = "Clusters",
            value = "0",
            min = 0,
            max = 100,
            help =
                "Classes without labels: pictures whose features the discriminator finds alike are a class of a conditional training (Liu et al. 2020). 10 to 100; 0 takes the data's own classes.")
        int count,
    @Parameter(
            label = "First clusters",
            value = "10000",
            min = 0,
            max = 1e9,
            live = true,
            unit = "images",
            advanced = true,
            help =
                "Real pictures seen before clusters are made for the first time, so that the discriminator knows something by then. Until then each picture has one by chance.")
        long first,
    @Parameter(
            label = "New clusters",
            value = "100000",
            min = 1,
            max = 1e9,
            live = true,
            unit = "images",
            advanced = true,
            help =
                "Real pictures seen until clusters are made anew, from the features of then. Each keeps its number, by the pictures that it shares with before.")
        long every,
    @Parameter(
            label = "Clustered pictures",
            value = "10000",
            min = 100,
            max = 100000,
            live = true,
            unit = "images",
            advanced = true,
            help =
                "Pictures that the centres of clusters are found on; all pictures are then given the nearest.")
        int sample) {

  /** Whether clusters are the classes. */
  public boolean on() {
    return count > 0;
  }

  /** Their names by number; none where they are off. */
  public List<String> names() {
    return IntStream.range(0, count).mapToObj(i -> "Cluster " + i).toList();
  }
}
