package studio.saddlepoint.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import studio.saddlepoint.recipe.parameter.Schedule;
import studio.saddlepoint.recipe.parameter.ScheduleSegment;
import studio.saddlepoint.recipe.parameter.ScheduleShape;
import studio.saddlepoint.torch.Ops;

/** Golden operations that update weights in place. */
final class OptimizersGolden {
  static final Map<String, GoldenOp> OPS =
      Map.of(
          "adam", OptimizersGolden::adam,
          "rmsprop", OptimizersGolden::rmsProp,
          "sgd_momentum", OptimizersGolden::sgd,
          "ema", OptimizersGolden::average,
          "weight_clipping", OptimizersGolden::clip,
          "schedule", OptimizersGolden::schedule);

  private OptimizersGolden() {}

  private static void schedule(GoldenRun run) {
    ScheduleShape shape = ScheduleShape.valueOf(run.text("kind").toUpperCase(Locale.ROOT));
    Schedule schedule =
        Schedule.of(
            ScheduleSegment.overImages(
                shape, run.number("from"), run.number("to"), run.whole("over")));
    long[] images = run.stored("t").longs();
    run.put("value", Arrays.stream(images).mapToDouble(schedule::at).toArray());
  }

  private static void adam(GoldenRun run) {
    NDArray param = run.array("param");
    NDArray first = param.zerosLike();
    NDArray second = param.zerosLike();
    steps(
        run,
        "grads",
        param,
        "params",
        (gradient, step) ->
            Ops.adam(
                List.of(param),
                List.of(gradient),
                List.of(first),
                List.of(second),
                run.number("lr"),
                run.number("beta1"),
                run.number("beta2"),
                run.number("eps"),
                step));
  }

  private static void rmsProp(GoldenRun run) {
    NDArray param = run.array("param");
    NDArray squares = param.zerosLike();
    steps(
        run,
        "grads",
        param,
        "params",
        (gradient, step) ->
            Ops.rmsProp(
                List.of(param),
                List.of(gradient),
                List.of(squares),
                run.number("lr"),
                run.number("alpha"),
                run.number("eps")));
  }

  private static void sgd(GoldenRun run) {
    NDArray param = run.array("param");
    NDArray buffer = param.zerosLike();
    steps(
        run,
        "grads",
        param,
        "params",
        (gradient, step) ->
            Ops.sgd(
                List.of(param),
                List.of(gradient),
                List.of(buffer),
                run.number("lr"),
                run.number("momentum")));
  }

  private static void average(GoldenRun run) {
    NDArray average = run.array("average");
    steps(
        run,
        "weights",
        average,
        "averages",
        (weights, step) -> Ops.average(List.of(average), List.of(weights), run.number("decay")));
  }

  private static void clip(GoldenRun run) {
    NDArray w1 = run.array("w1");
    NDArray w2 = run.array("w2");
    Ops.clamp(List.of(w1, w2), run.number("c"));
    run.put("clipped_w1", w1);
    run.put("clipped_w2", w2);
  }

  /** Applies an update for each row of the input; the output is the value after each. */
  private static void steps(
      GoldenRun run,
      String input,
      NDArray value,
      String output,
      BiConsumer<NDArray, Integer> update) {
    NDArray rows = run.array(input);
    NDList values = new NDList();
    for (int step = 1; step <= rows.getShape().get(0); step++) {
      update.accept(rows.get(new NDIndex(step - 1)), step);
      values.add(value.duplicate());
    }
    run.put(output, NDArrays.stack(values));
  }
}
