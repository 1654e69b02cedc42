package studio.saddlepoint.train.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.model.Elbo;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.model.Posterior;
import studio.saddlepoint.recipe.method.VaeSettings;
import studio.saddlepoint.recipe.network.OptimizerSettings;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.Scalars;
import studio.saddlepoint.train.step.LabelledImages;
import studio.saddlepoint.train.step.RandomSource;
import studio.saddlepoint.train.step.VaePlayers;

/**
 * The move of a variational autoencoder: both players minimise the negative log likelihood of the
 * reconstruction plus the weighted KL divergence of the codes from the prior, per picture (Kingma
 * and Welling 2014, algorithm 1).
 *
 * @param settings at this step
 * @param ofDecoder the optimizer of the decoder now
 * @param ofEncoder the optimizer of the encoder now
 */
public record VaeUpdate(
    VaeSettings settings, OptimizerSettings ofDecoder, OptimizerSettings ofEncoder) {
  /** Variance of a code's mean over pictures above which it is used (Burda et al. 2016, 5.2). */
  private static final float ACTIVE = 0.01f;

  /**
   * Moves both players.
   *
   * @param seen real pictures as the encoder takes them, with their labels
   * @param unit the same pixels in 0..1
   * @param noise (N, Z), standard normal
   * @param random where what is dropped comes from
   * @return what the move tells, by key; scalars
   */
  public Map<String, NDArray> move(
      VaePlayers players, LabelledImages seen, NDArray unit, NDArray noise, RandomSource random) {
    Posterior posterior = players.encode().of(seen.pictures(), seen.labels(), random);
    NDArray logits = players.decode().of(posterior.sample(noise), seen.labels(), random);
    NDArray reconstruction = Elbo.logLikelihood(settings, unit, logits).mean().neg();
    NDArray divergence = Elbo.divergence(posterior.mean(), posterior.logVariance()).mean();
    NDArray loss = reconstruction.add(Scalars.mul(divergence, (float) settings.klWeight()));
    Player decoder = players.decoder();
    Player encoder = players.encoder();
    List<NDArray> weights = new ArrayList<>(decoder.weights());
    weights.addAll(encoder.weights());
    List<NDArray> gradients = Autograd.gradients(loss, weights);
    int first = decoder.weights().size();
    List<NDArray> decoding = gradients.subList(0, first);
    List<NDArray> encoding = gradients.subList(first, gradients.size());
    Map<String, NDArray> scalars = new LinkedHashMap<>();
    scalars.put("loss.decoder", reconstruction);
    scalars.put("loss.encoder", loss);
    scalars.put("vae.kl", divergence);
    scalars.put("vae.bound", reconstruction.add(divergence).neg());
    scalars.put("vae.activeUnits", activeUnits(posterior.mean()));
    scalars.put("gradient.decoder", Ops.norm(decoding));
    scalars.put("gradient.encoder", Ops.norm(encoding));
    decoder.step(decoding, ofDecoder);
    encoder.step(encoding, ofEncoder);
    return scalars;
  }

  /** How many numbers of the code differ from picture to picture. */
  private static NDArray activeUnits(NDArray mean) {
    NDArray fixed = Autograd.detach(mean);
    NDArray from = fixed.sub(fixed.mean(new int[] {0}, true));
    return from.square().mean(new int[] {0}).gt(ACTIVE).toType(DataType.FLOAT32, false).sum();
  }
}
