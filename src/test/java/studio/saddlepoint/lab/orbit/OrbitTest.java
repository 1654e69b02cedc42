package studio.saddlepoint.lab.orbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.model.Optimizer;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.network.OptimizerKind;
import studio.saddlepoint.recipe.network.OptimizerSettings;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Scalars;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.regularizer.HistoricalAveraging;

class OrbitTest {
  private static final OrbitRule PLAIN = OrbitRule.simultaneous(0.1);

  @BeforeAll
  static void start() {
    TorchEngine.start(Progress.NONE);
  }

  @BeforeEach
  void buildGraphs() {
    Autograd.enable(true);
  }

  private static OrbitState after(OrbitRule rule, int steps) {
    OrbitState at = OrbitState.at(1, 0);
    for (int i = 0; i < steps; i++) {
      at = rule.next(at);
    }
    return at;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.5, 1})
  void simultaneousStepsSpiralOutByTheFactorOfTheory(double rate) {
    OrbitRule rule = OrbitRule.simultaneous(rate);
    double factor = Math.sqrt(1 + rate * rate);
    OrbitState at = OrbitState.at(0.3, -0.4);
    for (int i = 0; i < 40; i++) {
      OrbitState next = rule.next(at);
      assertEquals(factor, next.distance() / at.distance(), 1e-12);
      at = next;
    }
    assertEquals(factor, OrbitTheory.factor(rule), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.5, 1.9})
  void alternatingStepsStayOnTheirOrbit(double rate) {
    OrbitRule rule = OrbitRule.simultaneous(rate).inTurn(true);
    assertEquals(1, OrbitTheory.factor(rule), 1e-5);
    assertTrue(after(rule, 5000).distance() < 20);
    assertTrue(after(rule, 5000).distance() > 0.05);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.2, 0.45})
  void optimisticStepsSpiralInByTheFactorOfTheory(double rate) {
    OrbitRule rule = OrbitRule.simultaneous(rate).lookingAhead(true);
    double factor = Math.sqrt((1 + Math.sqrt(1 - 4 * rate * rate)) / 2);
    assertEquals(factor, OrbitTheory.factor(rule), 1e-6);
    assertTrue(after(rule, 4000).distance() < 0.05);
  }

  static Stream<OrbitRule> rules() {
    return Stream.of(
        PLAIN.withMomentum(0.5),
        PLAIN.withMomentum(-0.5),
        PLAIN.inTurn(true).withMomentum(-0.4),
        PLAIN.inTurn(true).withMomentum(0.3),
        PLAIN.withPenalty(0.5),
        PLAIN.withPenalty(3).inTurn(true),
        PLAIN.withPenalty(1).lookingAhead(true).withMomentum(0.2));
  }

  /** The long run: the mean factor over many steps, which turn many times. */
  @ParameterizedTest
  @MethodSource("rules")
  void theMeasuredFactorIsThatOfTheory(OrbitRule rule) {
    int from = 400;
    int steps = 2000;
    double first = after(rule, from).distance();
    double last = after(rule, from + steps).distance();
    assertEquals(Math.log(OrbitTheory.factor(rule)), Math.log(last / first) / steps, 2e-3);
  }

  @Test
  void momentumDrivesOutAndNegativeMomentumInTurnBringsIn() {
    assertTrue(OrbitTheory.factor(PLAIN.withMomentum(0.5)) > OrbitTheory.factor(PLAIN));
    assertTrue(OrbitTheory.factor(PLAIN.withMomentum(-0.5)) > 1);
    assertTrue(OrbitTheory.factor(PLAIN.inTurn(true).withMomentum(-0.5)) < 1);
  }

  @Test
  void aZeroCentredPenaltyBringsTheOrbitIn() {
    OrbitRule rule = PLAIN.withPenalty(0.5);
    assertTrue(OrbitTheory.factor(rule) < 1);
    assertTrue(after(rule, 1000).distance() < 1e-3);
  }

  /** Slowly: as a power of the steps, the exponent that of theory. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1})
  void historicalAveragingBringsTheOrbitInAsAPower(double weight) {
    OrbitRule rule = PLAIN.withHistory(weight);
    double early = after(rule, 2_000).distance();
    double late = after(rule, 200_000).distance();
    assertEquals(OrbitTheory.power(rule), Math.log(late / early) / Math.log(100), 0.01);
  }

  /** On an orbit that stays, the running mean lies near the middle. */
  @Test
  void theRunningMeanLiesNearTheEquilibrium() {
    OrbitState at = after(PLAIN.inTurn(true).averaged(0.99), 2000);
    assertTrue(at.meanDistance() < 0.2 * at.distance());
    OrbitState without = after(PLAIN.inTurn(true), 2000);
    assertEquals(without.x(), without.xMean());
    assertEquals(at.x(), without.x());
  }

  /** The optimizer that trains the pictures makes the same steps. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.6})
  void stepsAreThoseOfTheProgramsOwnGradientDescent(double momentum) {
    OrbitRule rule = PLAIN.withMomentum(momentum).inTurn(true);
    try (NDManager manager = TorchEngine.manager(Device.cpu());
        Torch x = new Torch(manager, 1);
        Torch y = new Torch(manager, 0.5)) {
      OrbitState at = OrbitState.at(1, 0.5);
      for (int i = 0; i < 20; i++) {
        x.step(x.weight.mul(Autograd.detach(y.weight)).sum(), rule);
        y.step(y.weight.mul(Autograd.detach(x.weight)).sum().neg(), rule);
        at = rule.next(at);
        assertEquals(at.x(), x.value(), 1e-5);
        assertEquals(at.y(), y.value(), 1e-5);
      }
    }
  }

  /** The regularizer that a recipe asks for has the same gradients and the same means. */
  @Test
  void historicalAveragingIsTheProgramsOwn() {
    OrbitRule rule = PLAIN.withHistory(0.8).inTurn(true);
    try (NDManager manager = TorchEngine.manager(Device.cpu());
        Torch x = new Torch(manager, 1);
        Torch y = new Torch(manager, 0.5)) {
      List<NDArray> past = List.of(manager.create(new float[] {1}));
      List<NDArray> pastOfY = List.of(manager.create(new float[] {0.5f}));
      OrbitState at = OrbitState.at(1, 0.5);
      for (int i = 0; i < 20; i++) {
        NDArray ofX = x.weight.mul(Autograd.detach(y.weight)).sum();
        NDArray fromPast = Scalars.mul(HistoricalAveraging.distance(x.all(), past), 0.8);
        HistoricalAveraging.take(x.all(), past, i + 1);
        x.step(ofX.add(fromPast), rule);
        NDArray ofY = y.weight.mul(Autograd.detach(x.weight)).sum().neg();
        NDArray fromPastOfY = Scalars.mul(HistoricalAveraging.distance(y.all(), pastOfY), 0.8);
        HistoricalAveraging.take(y.all(), pastOfY, i + 1);
        y.step(ofY.add(fromPastOfY), rule);
        at = rule.next(at);
        assertEquals(at.x(), x.value(), 1e-5);
        assertEquals(at.y(), y.value(), 1e-5);
      }
    }
  }

  /** The step's gradient is that of the game: x y, and the penalty's half square. */
  @Test
  void gradientsAreThoseOfFiniteDifferences() {
    double x = 0.7;
    double y = -0.4;
    OrbitRule rule = OrbitRule.simultaneous(1).withPenalty(0.6);
    OrbitState next = rule.next(OrbitState.at(x, y));
    assertEquals(difference(each -> each * y, x), x - next.x(), 1e-8);
    DoubleUnaryOperator gain = each -> x * each - 0.6 / 2 * each * each;
    assertEquals(difference(gain, y), next.y() - y, 1e-8);
  }

  private static double difference(DoubleUnaryOperator function, double at) {
    double h = 1e-4;
    return (function.applyAsDouble(at + h) - function.applyAsDouble(at - h)) / (2 * h);
  }

  @Test
  void numbersWithoutMeaningAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> OrbitRule.simultaneous(0));
    assertThrows(IllegalArgumentException.class, () -> PLAIN.withMomentum(1));
    assertThrows(IllegalArgumentException.class, () -> PLAIN.averaged(1));
    assertThrows(IllegalArgumentException.class, () -> PLAIN.withHistory(-1));
  }

  @Test
  void whatIsTooFarAwayIsLost() {
    assertTrue(OrbitState.at(1e13, 0).lost());
    assertTrue(OrbitState.at(Double.NaN, 0).lost());
  }

  /** One number, moved by the program's own optimizer. */
  private static final class Torch implements AutoCloseable {
    private final NDArray weight;
    private final Optimizer optimizer;

    Torch(NDManager manager, double value) {
      weight = Autograd.require(manager.create(new float[] {(float) value}), true);
      optimizer = new Optimizer(OptimizerKind.SGD, manager, List.of(weight));
    }

    List<NDArray> all() {
      return List.of(weight);
    }

    void step(NDArray loss, OrbitRule rule) {
      OptimizerSettings settings =
          Recipe.defaults()
              .with("generator.optimizer.learningRate", rule.rate())
              .with("generator.optimizer.beta1", rule.momentum())
              .generator()
              .optimizer();
      optimizer.step(Autograd.gradients(loss, all()), settings);
    }

    double value() {
      return Autograd.detach(weight).getFloat();
    }

    @Override
    public void close() {
      optimizer.close();
    }
  }
}
