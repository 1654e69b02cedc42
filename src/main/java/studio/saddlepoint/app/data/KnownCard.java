package studio.saddlepoint.app.data;

import atlantafx.base.theme.Styles;
import java.net.URI;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.SourceChooser;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.ProgressPane;
import studio.saddlepoint.core.download.RemoteFile;
import studio.saddlepoint.data.known.KnownDataSet;

/** A card that tells of a well-known data set, and the ways to get it. */
final class KnownCard extends VBox {
  private final Node first;

  /**
   * A card.
   *
   * @param known gets it
   */
  KnownCard(StudioModel studio, KnownModel known, KnownDataSet set) {
    getStyleClass().add("known");
    Label title = new Label(set.title());
    title.getStyleClass().add(Styles.TITLE_3);
    VBox card =
        new VBox(
            words(set.about()),
            fact("known.size", Texts.bytes(set.bytes())),
            fact("known.licence", set.licence()),
            fact(
                "known.from",
                set.files().get(0).sources().stream()
                    .map(URI::getHost)
                    .distinct()
                    .collect(Collectors.joining(", "))));
    card.getStyleClass().addAll("card", "data-refusal", "known-card");
    getChildren().addAll(title, card);
    if (known.task(set).isPresent()) {
      first = new ProgressPane(known.task(set).get());
      getChildren().add(first);
      return;
    }
    if (!known.problem(set).isEmpty()) {
      Label problem = words(known.problem(set));
      problem.setId("known-problem");
      problem.getStyleClass().add("problem-text");
      card.getChildren().add(problem);
    }
    Button download =
        Buttons.labelled(Feather.DOWNLOAD, "known.download", () -> known.download(set));
    first = download;
    download.setId("known-download");
    download.getStyleClass().add(Styles.ACCENT);
    boolean folder = set.files().size() > 1;
    SourceChooser chooser = new SourceChooser(studio);
    Button own =
        Buttons.labelled(
            folder ? Feather.FOLDER : Feather.FILE,
            "known.own",
            () ->
                (folder
                        ? chooser.folder(getScene().getWindow())
                        : chooser.file(getScene().getWindow()))
                    .ifPresent(path -> known.adopt(set, path)));
    own.setId("known-own");
    Buttons.explain(
        own,
        Messages.text(
            folder ? "known.own.folder.tip" : "known.own.file.tip",
            set.files().stream().map(RemoteFile::fileName).collect(Collectors.joining(", "))));
    HBox buttons = new HBox(8, download, own);
    card.getChildren().add(buttons);
  }

  /** The keyboard, which this side has, goes to what can be done, or to how far it is. */
  void takeFocus() {
    first.requestFocus();
  }

  private static Label fact(String key, String value) {
    Label label = words(Messages.text(key, value));
    label.getStyleClass().add("muted");
    return label;
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
