package studio.saddlepoint.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Every case of the golden vectors: of the copy in the test resources, or of the folder named by
 * {@code -Dgolden.dir}. A case whose operation is not built is skipped by name.
 */
class GoldenVectorsTest {
  private static final Map<String, GoldenOp> OPS = GoldenOps.all();

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  static List<GoldenCase> cases() throws IOException, URISyntaxException {
    return GoldenCase.list(folder());
  }

  private static Path folder() throws URISyntaxException {
    String named = System.getProperty("golden.dir", "");
    if (!named.isBlank()) {
      return Path.of(named);
    }
    URL index = GoldenVectorsTest.class.getResource("/golden/index.json");
    assertNotNull(index, "the golden vectors are missing in src/test/resources/golden");
    return Path.of(index.toURI()).getParent();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithTheReference(GoldenCase given) throws IOException {
    GoldenOp op = OPS.get(given.op());
    assumeTrue(op != null, given.id() + ": " + given.op() + " is not built yet");
    assertNotNull(op);
    Map<String, GoldenArray> arrays = given.arrays();
    Autograd.enable(true);
    try (NDManager manager = TorchEngine.manager(Device.cpu());
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      GoldenRun run = new GoldenRun(given, arrays, manager);
      op.compute(run);
      for (String output : given.outputs()) {
        GoldenArray actual = run.computed().get(output);
        assertNotNull(actual, () -> given.id() + ": no output " + output);
        compare(given, output, run.stored(output), actual);
      }
    }
  }

  private static void compare(
      GoldenCase given, String output, GoldenArray expected, GoldenArray actual) {
    String name = given.id() + " " + output;
    assertEquals(expected.values().length, actual.values().length, name + ": elements");
    if (expected.values().length > 1) {
      assertArrayEquals(expected.shape(), actual.shape(), name + ": shape");
    }
    for (int i = 0; i < expected.values().length; i++) {
      double reference = expected.values()[i];
      double value = actual.values()[i];
      double allowed = given.atol() + given.rtol() * Math.abs(reference);
      if (!(Math.abs(value - reference) <= allowed)) {
        fail(English.of("%s[%d]: %s, expected %s within %s", name, i, value, reference, allowed));
      }
    }
  }
}
