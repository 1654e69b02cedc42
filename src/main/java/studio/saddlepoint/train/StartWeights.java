package studio.saddlepoint.train;

import ai.djl.ndarray.NDArray;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.latent.TrainedOn;
import studio.saddlepoint.model.NetworkShapes;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunOrigin;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.run.checkpoint.NetworkTensors;
import studio.saddlepoint.run.event.Event;

/**
 * The weights of another run in the networks of a training that has made no step: fine-tuning. All
 * players start from them, and the running mean from that run's; optimizers are at rest, steps and
 * images at 0.
 *
 * <p>What networks know of a class goes by its name: classes that the other run did not have begin
 * at new first weights, as FreezeD's code lets the embeddings of other classes (Mo et al. 2020).
 * Reference batches of virtual batch norm are the training's own.
 */
final class StartWeights {
  private static final String AVERAGE = "average.";
  private static final int NAMED = 5;

  private final Checkpoint from;
  private final String run;
  private final TrainedOn learnt;

  /**
   * Weights.
   *
   * @param from holds them
   * @param origin whose they are, where that is known
   */
  StartWeights(Checkpoint from, Optional<RunOrigin> origin) {
    this.from = from;
    this.run = origin.map(RunOrigin::toString).orElse("the other run");
    this.learnt = TrainedOn.of(from, Optional.empty());
  }

  /**
   * Gives them to the networks of a training.
   *
   * @param data what that learns
   * @return what there is to tell of it, such as new classes
   * @throws StudioException if they do not fit; nothing of the training is of use then
   */
  Optional<Event.Found> give(TrainingState training, DataSet data) {
    refuseOtherChannels(data);
    Recipe recipe = training.recipe();
    List<String> classes = recipe.method().classes(data.classNames());
    int channels = data.shape().channels();
    NetworkShapes shapes = NetworkShapes.of(recipe, classes.size(), channels);
    NetworkShapes more =
        classes.isEmpty() ? shapes : NetworkShapes.of(recipe, classes.size() + 1, channels);
    String maker = recipe.method().kind().players().maker() + ".";
    for (Player player : training.method().players()) {
      player
          .networks()
          .forEach(
              (prefix, arrays) -> {
                String named = prefix.equals(AVERAGE) ? maker : prefix;
                Map<String, HostTensor> tensors =
                    taken(prefix, arrays, classes, name -> shapes.classAxis(named + name, more));
                NetworkTensors.restore(
                    prefix, arrays, new Checkpoint(0, 0, recipe, tensors, Map.of()));
              });
    }
    training.clusters().ifPresent(each -> each.beginAt(from));
    return newClasses(classes);
  }

  private void refuseOtherChannels(DataSet data) {
    int now = data.shape().channels();
    if (learnt.channels().orElse(now) != now) {
      throw new StudioException(
          "The pictures of "
              + data.name()
              + (now == 1 ? " are grey, but those of " : " are in colour, but those of ")
              + run
              + (now == 1 ? " were in colour" : " were grey")
              + ", so its weights do not fit. Choose a data set with pictures like its own, or begin without its weights.");
    }
  }

  /** Which axis of an array the classes have. */
  private interface ClassAxis {
    OptionalInt of(String name);
  }

  /** The arrays of a network with what they take over; the rest has its first weights. */
  private Map<String, HostTensor> taken(
      String prefix, Map<String, NDArray> arrays, List<String> classes, ClassAxis axes) {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    NetworkTensors.save(prefix, arrays, tensors);
    for (String name : arrays.keySet()) {
      if (!NetworkShapes.isReference(name)) {
        HostTensor first = tensors.get(prefix + name);
        tensors.put(prefix + name, taken(prefix + name, first, classes, axes.of(name)));
      }
    }
    return tensors;
  }

  private HostTensor taken(
      String name, HostTensor first, List<String> classes, OptionalInt classAxis) {
    HostTensor there = from.tensors().get(name);
    if (there == null) {
      throw misfit(name, "is missing", first);
    }
    if (classAxis.isEmpty() || classes.equals(learnt.classNames())) {
      if (!Arrays.equals(there.shape(), first.shape())) {
        throw misfit(name, "is " + there, first);
      }
      return there;
    }
    int axis = classAxis.getAsInt();
    long[] expected = first.shape().clone();
    expected[axis] += learnt.classNames().size() - classes.size();
    if (!Arrays.equals(there.shape(), expected)) {
      throw misfit(name, "is " + there, first);
    }
    return byClass(first, there, axis, classes);
  }

  /** The other run's numbers; of classes that it did not have, the first weights. */
  private HostTensor byClass(HostTensor first, HostTensor there, int axis, List<String> classes) {
    int here = Math.toIntExact(first.shape()[axis]);
    int its = Math.toIntExact(there.shape()[axis]);
    int shared = here - classes.size();
    int inner =
        Math.toIntExact(
            Arrays.stream(first.shape(), axis + 1, first.shape().length)
                .reduce(1, (a, b) -> a * b));
    float[] values = first.floats();
    float[] source = there.floats();
    for (int outer = 0; outer < values.length / (here * inner); outer++) {
      for (int i = 0; i < here; i++) {
        int place = i < shared ? i : place(shared, classes.get(i - shared));
        if (place >= 0) {
          System.arraycopy(
              source, (outer * its + place) * inner, values, (outer * here + i) * inner, inner);
        }
      }
    }
    return HostTensor.of(values, first.shape());
  }

  private int place(int shared, String name) {
    int known = learnt.classNames().indexOf(name);
    return known < 0 ? -1 : shared + known;
  }

  private StudioException misfit(String name, String found, HostTensor wanted) {
    return new StudioException(
        "The weights of "
            + run
            + " do not fit these networks: "
            + name
            + " "
            + found
            + " there, and "
            + wanted
            + " here. Train the recipe of that run, or begin without its weights.");
  }

  private Optional<Event.Found> newClasses(List<String> classes) {
    List<String> unknown =
        classes.stream().filter(each -> !learnt.classNames().contains(each)).toList();
    if (unknown.isEmpty()) {
      return Optional.empty();
    }
    boolean all = unknown.size() == classes.size();
    return Optional.of(
        new Event.Found(
            Instant.now(),
            0,
            "new-classes",
            "info",
            all
                ? "All classes are new to the networks."
                : English.of(
                    "%d of the %d classes are new to the networks.",
                    unknown.size(), classes.size()),
            "The networks of "
                + run
                + " knew "
                + names(learnt.classNames())
                + ", but not "
                + names(unknown)
                + ".",
            "What networks know of a class goes by its name; for new ones it begins at new first weights.",
            "The new classes look alike at first, until the networks have learnt what tells them apart."));
  }

  private static String names(List<String> all) {
    Stream<String> some = all.stream().limit(NAMED);
    String more = all.size() > NAMED ? English.of(" and %d more", all.size() - NAMED) : "";
    return all.isEmpty() ? "none" : some.collect(Collectors.joining(", ")) + more;
  }
}
