package studio.saddlepoint.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import studio.saddlepoint.latent.export.ExportKind;
import studio.saddlepoint.latent.export.ExportTarget;

/** The PNG that a command writes; one that is there is replaced. */
final class PngTarget {
  private PngTarget() {}

  /**
   * The target of {@code --out}.
   *
   * @throws BadUse if it is no PNG's name, or stands for something else
   */
  static ExportTarget of(Path out) {
    if (!String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new BadUse("--out is " + out + ": name a file that ends with .png.");
    }
    ExportTarget target = new ExportTarget(out, ExportKind.SHEET, false, true, OptionalInt.empty());
    target
        .occupied()
        .ifPresent(
            reason -> {
              throw new BadUse("--out: " + reason);
            });
    return target;
  }
}
