package studio.saddlepoint.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.Map;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.Ops;

/** The small networks of the training cases, of the weights that a case names. */
final class GoldenNetworks {
  private final GoldenRun run;
  private final Map<String, NDArray> weights;

  /**
   * Networks.
   *
   * @param weights and running statistics by name; may be filled later
   */
  GoldenNetworks(GoldenRun run, Map<String, NDArray> weights) {
    this.run = run;
    this.weights = weights;
  }

  /** Two dense layers without biases, (N). */
  NDArray denseCritic(NDArray x) {
    NDArray hidden = x.matMul(weight("D_w1").transpose());
    return Ops.leakyRelu(hidden, 0.2).matMul(weight("D_w2").transpose()).reshape(-1);
  }

  /** A dense generator of codes and classes. */
  NDArray conditionalGenerator(NDArray z, NDArray labels) {
    return denseGenerator(join(z, "G_emb", labels)).tanh();
  }

  /** A dense discriminator of pictures and classes, (N). */
  NDArray conditionalJudge(NDArray x, NDArray labels) {
    NDArray hidden = linear(join(x, "D_emb", labels), "D_w1", "D_b1");
    return linear(Ops.leakyRelu(hidden, 0.2), "D_w2", "D_b2").reshape(-1);
  }

  /** Three dense layers of spectral norm 1, (N). */
  NDArray spectralJudge(NDArray x) {
    NDArray first = x.matMul(normalized(1));
    NDArray second = Ops.leakyRelu(first, 0.2).matMul(normalized(2));
    return Ops.leakyRelu(second, 0.2).matMul(normalized(3)).reshape(-1);
  }

  /** An autoencoder's reconstruction. */
  NDArray autoencoder(NDArray x) {
    return linear(linear(x, "D_w1", "D_b1").tanh(), "D_w2", "D_b2");
  }

  NDArray denseGenerator(NDArray z) {
    return linear(Ops.leakyRelu(linear(z, "G_w1", "G_b1"), 0), "G_w2", "G_b2");
  }

  NDArray convolutionalGenerator(NDArray z) {
    NDArray x = z.reshape(z.getShape().get(0), -1, 1, 1);
    NDArray first = Ops.convTranspose2d(x, weight("G_w1"), 1, 0, 0);
    NDArray second =
        Ops.convTranspose2d(
            Ops.leakyRelu(norm(first, "G_bn1", "G_run1"), 0), weight("G_w2"), 2, 1, 0);
    NDArray third =
        Ops.convTranspose2d(
            Ops.leakyRelu(norm(second, "G_bn2", "G_run2"), 0), weight("G_w3"), 2, 1, 0);
    return third.add(weight("G_b3").reshape(1, -1, 1, 1)).tanh();
  }

  NDArray convolutionalJudge(NDArray x) {
    NDArray first = Ops.conv2d(x, weight("D_w1"), weight("D_b1"), 2, 1);
    NDArray second = Ops.conv2d(Ops.leakyRelu(first, 0.2), weight("D_w2"), 2, 1);
    NDArray active = Ops.leakyRelu(norm(second, "D_bn2", "D_run2"), 0.2);
    return Ops.conv2d(active, weight("D_w3"), weight("D_b3"), 1, 0).reshape(-1);
  }

  /** The transpose of a critic's weight over its spectral norm; moves its u by an iteration. */
  private NDArray normalized(int layer) {
    return LayerOps.spectralNorm(
            weight("D_w" + layer),
            weight("D_run_u" + layer),
            0,
            run.whole("n_power_iterations"),
            1e-12)
        .get(0)
        .transpose();
  }

  private NDArray linear(NDArray x, String weight, String bias) {
    return Ops.linear(x, weight(weight), weight(bias));
  }

  private NDArray join(NDArray x, String table, NDArray labels) {
    NDArray rows = Ops.embedding(weight(table), labels);
    return NDArrays.concat(new NDList(x, rows), 1);
  }

  private NDArray norm(NDArray x, String affine, String running) {
    return Ops.batchNorm(
        x,
        weight(affine + "_gamma"),
        weight(affine + "_beta"),
        weight(running + "_mean"),
        weight(running + "_var"),
        true,
        0.1,
        1e-5);
  }

  private NDArray weight(String name) {
    return weights.get(name);
  }
}
