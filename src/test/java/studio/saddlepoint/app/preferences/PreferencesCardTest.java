package studio.saddlepoint.app.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.Settings;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.core.download.Network;
import studio.saddlepoint.core.settings.Preferences;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.torch.EngineThreads;

@ExtendWith(ApplicationExtension.class)
class PreferencesCardTest {
  private final AtomicReference<Path> chosen = new AtomicReference<>();
  private Path folder;
  private StudioModel studio;
  private PageRobot page;

  @Start
  void start(Stage stage) throws IOException {
    Path target = Files.createDirectories(Path.of("target", "window-tests"));
    folder = Files.createTempDirectory(target, "preferences").toAbsolutePath();
    Files.createDirectories(folder.resolve("settings"));
    Files.writeString(folder.resolve("settings/studio.properties"), "device=gpu3\n");
    studio = PageRobot.studio(folder);
    PreferencesCard card =
        new PreferencesCard(
            studio, owner -> Optional.ofNullable(chosen.get()), () -> List.of("cpu", "gpu0"));
    StackPane root = new StackPane(card);
    stage.setScene(new Scene(root, 980, 600));
    stage.show();
    page = new PageRobot(root);
    card.toggle();
  }

  @AfterEach
  void end() {
    page.onFx(studio::close);
    Network.forbid(false);
    EngineThreads.want(0);
  }

  private Preferences kept() {
    return new Settings(folder.resolve("settings")).preferences();
  }

  private String text(String query) {
    return page.ask(() -> page.find(query, Label.class).getText());
  }

  private RunFolder run(Path in, String source) {
    return RunFolder.create(in, Recipe.defaults().with("data.source", source));
  }

  @Test
  void newRunsGoToAFolderThatIsChosenAndOldOnesRemainInTheList() throws Exception {
    Path old = run(folder.resolve("runs"), "strokes").path();
    Path place = folder.resolve("elsewhere");
    chosen.set(place);
    page.press("#preferences-runs-choose");
    page.waitFor(() -> studio.home().runs().equals(place));
    page.waitFor(() -> studio.runs().stream().anyMatch(run -> run.folder().equals(old)));
    assertEquals(Optional.of(place), kept().runs());
    assertTrue(text("#preferences-runs-folder").endsWith("elsewhere"));
    assertTrue(page.shows("runs (the usual folder; 1 run)"));

    Path here = run(place, "strokes").path();
    page.press("#preferences-runs-reset");
    page.waitFor(() -> studio.home().runs().equals(folder.resolve("runs")));
    page.waitFor(() -> studio.runs().size() == 2);
    assertEquals(Optional.empty(), kept().runs());
    assertEquals(List.of(place), kept().earlierRuns());
    assertTrue(page.ask(() -> page.find("#preferences-runs-reset", Region.class).isDisabled()));

    page.press(".preference-forget");
    page.waitFor(() -> studio.runs().size() == 1);
    assertEquals(List.of(), kept().earlierRuns());
    assertTrue(Files.exists(here), "what is forgotten stays where it is");
  }

  @Test
  void aFolderThatCannotBeWrittenToIsRefusedWithASentence() throws Exception {
    chosen.set(Files.writeString(folder.resolve("file"), "x").resolve("runs"));
    page.press("#preferences-runs-choose");
    page.waitFor(() -> !text("#preferences-runs-problem").isEmpty());
    assertTrue(text("#preferences-runs-problem").contains("choose another folder"));
    assertEquals(folder.resolve("runs"), page.ask(() -> studio.home().runs()));
    assertEquals(Optional.empty(), kept().runs());
    chosen.set(null);
    page.press("#preferences-runs-choose");
    assertFalse(text("#preferences-runs-problem").isEmpty(), "nothing was chosen");
  }

  @Test
  @SuppressWarnings("unchecked")
  void devicesOfThisComputerAreOfferedAndThePreferredOneThatIsGone() throws Exception {
    ComboBox<String> device = page.find("#preferences-device", ComboBox.class);
    page.waitFor(() -> device.getItems().size() == 4);
    assertEquals(List.of("auto", "cpu", "gpu0", "gpu3"), page.ask(device::getItems));
    assertEquals("gpu3", page.ask(device::getValue));
    assertTrue(
        page.ask(() -> device.getConverter().toString("gpu3")).contains("not on this computer"));
    page.onFx(() -> device.setValue("cpu"));
    assertEquals("cpu", kept().device());
    Recipe open = Recipe.defaults().with("training.device", "auto");
    assertEquals("cpu", page.ask(() -> studio.settings().preferred(open)).training().device());
  }

  @Test
  @SuppressWarnings("unchecked")
  void threadsAreKept() {
    ComboBox<Integer> threads = page.find("#preferences-threads", ComboBox.class);
    assertEquals(EngineThreads.most() + 1, page.ask(() -> threads.getItems().size()));
    page.onFx(() -> threads.setValue(1));
    assertEquals(1, kept().threads());
    assertEquals("1", System.getProperty("saddlepoint.threads"));
    page.onFx(() -> threads.setValue(0));
    assertEquals(0, kept().threads());
  }

  @Test
  void theNetworkIsForbiddenAtOnceAndForLater() {
    page.onFx(() -> page.find("#preferences-network-never", CheckBox.class).setSelected(true));
    assertTrue(Network.isForbidden());
    assertTrue(kept().offline());
    page.onFx(() -> page.find("#preferences-network-never", CheckBox.class).setSelected(false));
    assertFalse(Network.isForbidden());
    assertFalse(kept().offline());
  }

  @Test
  void whatNoRunNeedsIsDeletedAfterAQuestion() throws Exception {
    Path weights = Files.createDirectories(folder.resolve("caches/weights"));
    Path vgg = Files.write(weights.resolve("vgg16.pt"), new byte[2_000_000]);
    Path mnist = Files.createDirectories(folder.resolve("data-sets/MNIST"));
    Path images = Files.writeString(mnist.resolve("train-images-idx3-ubyte.gz"), "x");
    run(folder.resolve("runs"), mnist.toString());
    page.onFx(studio::refreshRuns);
    page.waitFor(() -> studio.runs().size() == 1);
    PreferencesCard card = page.find("#preferences", PreferencesCard.class);
    page.onFx(card::toggle);
    page.onFx(card::toggle);
    page.waitFor(() -> page.has("#preferences-delete-VGG16"));
    assertTrue(page.shows("2 MB, no run needs it"));
    assertTrue(page.shows("learnt by 1 run"));
    assertTrue(page.ask(() -> page.find("#preferences-delete-MNIST", Region.class).isDisabled()));

    page.press("#preferences-downloads-unused");
    assertTrue(text("#preferences-question").contains("VGG16: 1 file in " + weights));
    assertFalse(text("#preferences-question").contains("MNIST"));
    assertTrue(page.ask(() -> page.find("#preferences-keep", Region.class).isFocused()));
    page.press("#preferences-keep");
    assertTrue(Files.exists(vgg));

    page.press("#preferences-delete-VGG16");
    page.press("#preferences-confirm");
    page.waitFor(() -> !page.has("#preferences-delete-VGG16"));
    assertFalse(Files.exists(vgg));
    assertTrue(Files.exists(images));
  }

  @Test
  void everyControlHasANameForAScreenReader() {
    List<String> silent =
        page.ask(
            () ->
                page.find("#preferences", PreferencesCard.class).lookupAll("*").stream()
                    .filter(node -> node.isFocusTraversable())
                    .filter(
                        node ->
                            node.getAccessibleText() == null
                                && !(node instanceof ButtonBase b && !b.getText().isBlank()))
                    .map(Object::toString)
                    .toList());
    assertEquals(List.of(), silent);
  }

  @Test
  void itFitsASmallWindowAndScrolls() {
    Region card = page.find("#preferences", Region.class);
    page.onFx(Platform::requestNextPulse);
    // the stage may have the size of another test's
    assertTrue(page.ask(() -> card.getHeight() <= card.getScene().getHeight() - 32));
    assertTrue(page.ask(card::getWidth) <= 980);
    assertNotEquals(0, page.ask(card::getHeight));
  }
}
