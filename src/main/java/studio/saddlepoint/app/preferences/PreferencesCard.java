package studio.saddlepoint.app.preferences;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Cover;
import studio.saddlepoint.torch.TorchEngine;

/** The person's preferences, over the page. Each holds at once and is kept. */
public final class PreferencesCard extends VBox {
  private static final double WIDTH = 720;

  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final Cover cover = new Cover(this, shown::get, () -> shown.set(false));
  private final StudioModel studio;
  private final Function<@Nullable Window, Optional<Path>> chooser;
  private final Supplier<List<String>> devices;
  private final VBox sections = new VBox();
  private final ScrollPane scroll = new ScrollPane(sections);

  /**
   * A card that is not shown yet.
   *
   * @param studio whose preferences they are
   */
  public PreferencesCard(StudioModel studio) {
    this(studio, RunsSection.dialog(studio), TorchEngine::devices);
  }

  /**
   * A card on another computer.
   *
   * @param chooser asks for a folder
   * @param devices that computer's, asked in the background
   */
  PreferencesCard(
      StudioModel studio,
      Function<@Nullable Window, Optional<Path>> chooser,
      Supplier<List<String>> devices) {
    this.studio = studio;
    this.chooser = chooser;
    this.devices = devices;
    setId("preferences");
    getStyleClass().add("preferences");
    setPrefWidth(WIDTH);
    StackPane.setMargin(this, new Insets(16));
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Label title = new Label(Messages.text("preferences.title"));
    title.getStyleClass().add("card-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button close = Buttons.icon(Feather.X, "preferences.hide", cover::close);
    close.setId("preferences-close");
    HBox head = new HBox(8, title, space, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("card-head");
    sections.getStyleClass().add("preference-sections");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("form-scroll");
    getChildren().addAll(head, scroll);
    visibleProperty().bind(shown);
    managedProperty().bind(shown);
  }

  /** Shows it, or hides it where it is shown. */
  public void toggle() {
    if (shown.get()) {
      cover.close();
      return;
    }
    // Made when it is first asked for: most starts of the program do without.
    if (sections.getChildren().isEmpty()) {
      sections
          .getChildren()
          .addAll(
              new LookSection(studio.settings()),
              new NoticesSection(studio.desktop()),
              new RunsSection(studio, chooser),
              new ComputingSection(studio, devices),
              new DownloadsSection(studio));
    }
    sections.getChildren().forEach(PreferencesCard::refresh);
    scroll.setVvalue(0);
    shown.set(true);
    applyCss();
    sections.getChildren().stream()
        .filter(LookSection.class::isInstance)
        .map(LookSection.class::cast)
        .forEach(LookSection::takeFocus);
  }

  private static void refresh(javafx.scene.Node section) {
    if (section instanceof ComputingSection computing) {
      computing.refresh();
    } else if (section instanceof DownloadsSection downloads) {
      downloads.refresh();
    }
  }
}
