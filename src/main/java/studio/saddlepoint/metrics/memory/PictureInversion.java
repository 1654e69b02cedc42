package studio.saddlepoint.metrics.memory;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.latent.Quantizer;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.inversion.Inversion;
import studio.saddlepoint.latent.inversion.InversionProgress;
import studio.saddlepoint.latent.inversion.InversionResult;
import studio.saddlepoint.latent.inversion.InversionSettings;
import studio.saddlepoint.latent.inversion.InversionSpace;

/** Finds codes of pictures by an extractor's features, and compares with training pictures. */
public final class PictureInversion {
  private final Snapshot snapshot;
  private final TrainingPictures pictures;

  /**
   * A search in a snapshot's generator.
   *
   * @param snapshot stays the caller's
   * @param pictures what it was trained on; stays the caller's
   */
  public PictureInversion(Snapshot snapshot, TrainingPictures pictures) {
    this.snapshot = snapshot;
    this.pictures = pictures;
  }

  /**
   * Finds a code by gradients; where the snapshot has an encoder, its code is one of the starts.
   *
   * @param pixels (C, H, W), unsigned, of the generator's shape
   * @param label the class to make it of; not used where the generator is not conditional
   * @param shown told after each step
   * @throws StudioException if it cannot be looked for
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public FoundPicture find(
      byte[] pixels,
      int label,
      InversionSettings settings,
      Consumer<InversionProgress> shown,
      Progress progress) {
    float[] target = Quantizer.pixels(pixels);
    List<LatentPoint> starts =
        settings.space() == InversionSpace.Z
            ? encoded(snapshot, target, label).stream().toList()
            : List.of();
    Inversion inversion =
        Inversion.begin(snapshot, target, label, pictures.features(), settings, starts);
    return compared(pixels, Inversion.run(inversion, shown, progress));
  }

  /**
   * Finds a code by the snapshot's encoder alone.
   *
   * @param pixels (C, H, W), unsigned, of the generator's shape
   * @throws StudioException if there is none
   */
  public FoundPicture encode(byte[] pixels, int label) {
    float[] target = Quantizer.pixels(pixels);
    LatentPoint code =
        encoded(snapshot, target, label)
            .orElseThrow(
                () ->
                    new StudioException(
                        "This run has no encoder, as that of a VAE: look for the code by gradients."));
    Inversion drawn =
        Inversion.begin(
            snapshot,
            target,
            label,
            pictures.features(),
            InversionSettings.usual(InversionSpace.Z).with(1, 1),
            List.of(code));
    drawn.step();
    return compared(pixels, drawn.result());
  }

  private static Optional<LatentPoint> encoded(Snapshot snapshot, float[] target, int label) {
    return snapshot
        .encoder()
        .map(
            encoder ->
                new LatentPoint.Given(
                    LatentPoint.Given.numbers(encoder.encode(target, new int[] {label})[0])));
  }

  private FoundPicture compared(byte[] pixels, InversionResult result) {
    byte[] made = Quantizer.bytes(result.made().pixels());
    return new FoundPicture(
        PictureConversion.of(pixels, snapshot.shape()),
        result,
        pictures.featureDistance(pixels, made),
        TrainingPictures.pixelDistance(pixels, made),
        pictures.nearest(pixels, 1).get(0));
  }
}
