package studio.saddlepoint.train.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.torch.TorchEngine;

/** The end of a report: by what, when and of what it was made. */
final class ReportFoot {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ReportFoot() {}

  static Html of(ReportContent content) {
    Html html = new Html();
    html.open("footer");
    html.text(
        "Saddlepoint "
            + version()
            + " · PyTorch "
            + TorchEngine.version()
            + " · Java "
            + Runtime.version().feature()
            + " · "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + " · "
            + TIME.format(content.made())
            + " · ");
    html.inline("code", PathNames.text(content.run().path()));
    return html.close();
  }

  private static String version() {
    String version = ReportFoot.class.getPackage().getImplementationVersion();
    return version == null ? "(unpackaged)" : version;
  }
}
