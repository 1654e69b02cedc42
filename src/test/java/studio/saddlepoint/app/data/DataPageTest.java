package studio.saddlepoint.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.UserDataSources;
import studio.saddlepoint.data.known.KnownDataSet;
import studio.saddlepoint.recipe.FolderMeaning;

@ExtendWith(ApplicationExtension.class)
class DataPageTest {
  @TempDir static Path folder;

  private StudioModel studio;
  private DataPage page;
  private PageRobot robot;

  @Start
  void open(Stage stage) {
    studio = PageRobot.studio(folder);
    page = new DataPage(studio);
    robot = PageRobot.open(stage, page);
  }

  @AfterEach
  void close() {
    robot.close(page, studio);
  }

  @Test
  void folderOfImagesIsShownCheckedAndTrainedOn() throws Exception {
    Path images = images(folder.resolve("pets"));
    Files.writeString(images.resolve("cat").resolve("broken.png"), "no picture");
    robot.onFx(() -> page.offer(images));
    // Broken files open the check by themselves.
    robot.waitFor(() -> robot.has("#data-problems"));
    assertEquals(1, robot.find("#data-problems", TableView.class).getItems().size());
    assertTrue(robot.shows("1 file was left out"));
    robot.waitFor(() -> robot.shows("50 %")); // each of two classes has half
    assertEquals("1.0 %", ShareCell.percent(0.01));
    assertEquals("10 %", ShareCell.percent(0.0999));
    robot.press("#data-view-look");
    robot.waitFor(() -> robot.has("#data-class") && robot.shows("Page 1 of"));
    robot.onFx(() -> robot.find("#data-class", ComboBox.class).getSelectionModel().select(1));
    robot.press("#data-shuffle");
    robot.waitFor(() -> robot.shows("Page 1 of 1"));
    robot.press("#data-train");
    assertTrue(robot.shows("They have 2 classes"));
    Button back = robot.find("#offers-back", Button.class);
    robot.waitFor(back::isFocused); // the keyboard goes on where recipes are offered
    robot.press("#offers-back");
    assertTrue(robot.has("#data-train"));
    assertFalse(
        robot.ask(
            () ->
                robot
                    .find("#data-train", Button.class)
                    .getScene()
                    .getFocusOwner()
                    .getStyleClass()
                    .contains("data-source")),
        "no source takes the focus over");
    robot.press("#data-train");
    assertTrue(robot.has("#offers-train-wgan-gp-pets"));
    robot.press("#offers-adjust-conditional-pets");
    assertEquals(
        images.toAbsolutePath().toString(),
        robot.ask(() -> studio.draftProperty().get().data().source()));
    assertEquals("train", robot.ask(() -> studio.pageProperty().get()));
  }

  @Test
  void whatFoldersMeanIsAskedWherePicturesLieBesideThem() throws Exception {
    Path images = images(folder.resolve("mixed"));
    for (int i = 0; i < 3; i++) {
      Files.copy(images.resolve("cat/" + i + ".png"), images.resolve(i + ".png"));
    }
    Files.createFile(images.resolve("nothing.jpg"));
    robot.onFx(() -> page.offer(images));
    robot.waitFor(() -> robot.has("#data-folders-together"));
    assertTrue(robot.shows("3 pictures lie beside the folders and are left out."));
    assertTrue(robot.shows("4 files were left out"));
    assertTrue(robot.shows("nothing.jpg"));
    assertTrue(robot.shows("lies beside the folders of the classes"));
    assertFalse(robot.shows("Held back"), "there are too few to hold any back");
    robot.press("#data-folders-together");
    robot.waitFor(() -> robot.shows("15 images, too few"));
    assertTrue(robot.shows("1 file was left out"));
    robot.press("#data-train");
    assertFalse(robot.has("#offers-train-conditional-mixed"), "there are no classes");
    robot.press("#offers-adjust-dcgan-mixed");
    assertEquals(
        FolderMeaning.TOGETHER, robot.ask(() -> studio.draftProperty().get().data().folders()));
    // It is remembered with the source.
    Path other = images(folder.resolve("other"));
    robot.onFx(() -> page.offer(other));
    robot.waitFor(() -> robot.shows("12 images, too few"));
    robot.onFx(() -> page.offer(images));
    robot.waitFor(() -> robot.shows("15 images, too few"));
  }

  @Test
  void aFolderOfMostlyLoosePicturesIsTakenAsOneAndTheChoiceIsKept() throws Exception {
    Path images = images(folder.resolve("messy"));
    for (int i = 0; i < 14; i++) {
      Files.copy(images.resolve("cat/1.png"), images.resolve(i + ".png"));
    }
    robot.onFx(() -> page.offer(images));
    robot.waitFor(() -> robot.shows("26 images, too few"));
    assertTrue(robot.has("#data-folders-classes"), "the other meaning can be chosen");
    assertFalse(robot.shows("left out"));
    robot.press("#data-folders-classes");
    robot.waitFor(() -> robot.shows("14 pictures lie beside the folders"));
    Path other = images(folder.resolve("tidy"));
    robot.onFx(() -> page.offer(other));
    robot.waitFor(() -> robot.shows("12 images, too few"));
    robot.onFx(() -> page.offer(images));
    robot.waitFor(() -> robot.shows("14 pictures lie beside the folders"));
  }

  @Test
  void aWellKnownDataSetTellsWhatItIsAndIsOpenedOnceItIsHere() throws Exception {
    robot.press("#data-known-mnist");
    assertTrue(robot.shows("Download: 12 MB"));
    assertTrue(robot.shows("Licence: CC BY-SA 3.0"));
    assertTrue(robot.has("#known-download"));
    Path mnist = Files.createDirectories(folder.resolve("data-sets/MNIST"));
    byte[] images = new byte[16 + 4 * 28 * 28];
    System.arraycopy(
        new byte[] {0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 28, 0, 0, 0, 28}, 0, images, 0, 16);
    Files.write(mnist.resolve("train-images-idx3-ubyte"), images);
    Files.write(
        mnist.resolve("train-labels-idx1-ubyte"), new byte[] {0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 2, 3});
    robot.press("#data-known-mnist");
    robot.waitFor(() -> robot.has("#data-source-MNIST") && robot.has("#data-train"));
    assertFalse(
        robot.find("#data-known-mnist", Button.class).isVisible(),
        "it is among the person's own now");
  }

  @Test
  void filesThatAreOthersAreToldOnTheCard() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("no-kmnist"));
    KnownModel known = robot.ask(() -> new KnownModel(studio, source -> {}));
    robot.onFx(() -> known.adopt(KnownDataSet.KMNIST, empty));
    robot.waitFor(() -> !known.problem(KnownDataSet.KMNIST).isEmpty());
    KnownCard card = robot.ask(() -> new KnownCard(studio, known, KnownDataSet.KMNIST));
    assertTrue(
        robot.ask(() -> texts(card).toList()).stream()
            .anyMatch(each -> each.contains("has no file train-images-idx3-ubyte.gz")));
    assertTrue(known.task(KnownDataSet.KMNIST).isEmpty());
  }

  @Test
  void aMenuOffersWhatCanBeDoneWithASource() throws Exception {
    Path images = images(folder.resolve("menu"));
    robot.onFx(() -> page.offer(images));
    robot.waitFor(() -> robot.has("#data-source-menu"));
    Button row = robot.find("#data-source-menu", Button.class);
    assertEquals(
        List.of("data-menu-open", "data-train", "data-menu-show", "data-menu-forget"),
        robot.ask(
            () ->
                row.getContextMenu().getItems().stream()
                    .map(MenuItem::getId)
                    .filter(Objects::nonNull)
                    .toList()));
    assertEquals(
        List.of("data-menu-open", "data-train"),
        robot.ask(
            () ->
                robot
                    .find("#data-source-Strokes", Button.class)
                    .getContextMenu()
                    .getItems()
                    .stream()
                    .map(MenuItem::getId)
                    .toList()));
    robot.key(row, KeyCode.CONTEXT_MENU);
    assertTrue(robot.ask(() -> row.getContextMenu().isShowing()));
    robot.onFx(() -> row.getContextMenu().hide());
    robot.press("#data-source-Shapes");
    choose(row, "data-train");
    robot.waitFor(() -> robot.shows("Train on menu"));
    choose(row, "data-menu-forget");
    assertFalse(robot.has("#data-source-menu"));
  }

  private void choose(Button row, String item) {
    robot.onFx(
        () ->
            row.getContextMenu().getItems().stream()
                .filter(each -> item.equals(each.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  @Test
  void onlyOneSourceEverLooksChosenAndTheFocusStays() throws Exception {
    Path one = images(folder.resolve("one"));
    Path two = images(folder.resolve("two"));
    robot.onFx(() -> page.offer(one));
    robot.waitFor(() -> robot.has("#data-source-one") && robot.has("#data-train"));
    robot.onFx(() -> page.offer(two));
    robot.waitFor(() -> robot.has("#data-source-two") && robot.has("#data-train"));
    Button first = robot.find("#data-source-one", Button.class);
    robot.onFx(
        () -> {
          first.requestFocus();
          first.fire();
        });
    robot.waitFor(() -> robot.has("#data-train"));
    assertEquals(first, robot.ask(() -> first.getScene().getFocusOwner()));
    assertEquals(
        List.of("data-source-one"),
        robot.ask(
            () ->
                first.getScene().getRoot().lookupAll(".data-source").stream()
                    .filter(
                        each ->
                            each.getPseudoClassStates().stream()
                                .anyMatch(state -> state.getPseudoClassName().equals("chosen")))
                    .map(each -> each.getId())
                    .toList()));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file can be called so there")
  void namesThatWouldBreakOrTurnTheirLinesAreEscaped() throws Exception {
    Path images = images(folder.resolve("pe\nts\u202e"));
    Files.move(images.resolve("cat"), images.resolve("c\u001bat"));
    Files.writeString(images.resolve("dog").resolve("bro\n\u202eken.png"), "no picture");
    robot.onFx(() -> page.offer(images));
    robot.waitFor(() -> robot.has("#data-problems"));
    assertTrue(robot.shows("pe\\nts\\u202e"));
    assertTrue(robot.shows("c\\x1bat"));
    assertTrue(robot.shows("dog/bro\\n\\u202eken.png"));
    for (String steering : List.of("\u202e", "\u001b", "pe\n", "bro\n")) {
      assertFalse(robot.shows(steering), steering);
    }
  }

  @Test
  void aZipIsOpenedAndWhatIsPassedOverIsTold() throws Exception {
    Path images = images(folder.resolve("zipped"));
    Files.writeString(images.resolve("dog/notes.txt"), "no picture");
    Files.createDirectories(images.resolve("cow"));
    robot.onFx(() -> page.offer(images));
    robot.waitFor(() -> robot.has("#data-view-check"));
    robot.press("#data-view-check");
    assertTrue(robot.shows("Every file could be read"));
    assertTrue(robot.shows("Passed over: 1 txt file: dog/notes.txt"));
    assertTrue(robot.shows("Passed over: 1 folder without images: cow"));
    Path zip = folder.resolve("pets.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
        Stream<Path> files = Files.walk(images)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(images.relativize(file).toString()));
        out.write(Files.readAllBytes(file));
      }
    }
    robot.onFx(() -> page.offer(zip));
    robot.waitFor(() -> robot.shows("grey  ·  zip"));
    assertTrue(robot.shows("Passed over: 1 txt file: dog/notes.txt"));
    assertFalse(robot.shows("without images"));
  }

  private SourceList sources(List<Path> opened) {
    return robot.ask(() -> new SourceList(studio, new DataModel(studio), opened::add));
  }

  @Test
  void theRootOfADriveCanBeChosen() {
    File root = folder.toFile();
    for (File above = root; above != null; above = above.getParentFile()) {
      root = above;
    }
    File drive = root;
    List<Path> opened = new ArrayList<>();
    SourceList list = sources(opened);
    robot.onFx(() -> list.take(drive));
    assertEquals(List.of(drive.toPath()), opened);
    assertEquals(drive.getPath(), studio.settings().get("data.folder", ""));
    assertEquals(drive.getPath(), UserDataSources.name(drive.getPath()));
  }

  @Test
  void aFolderThatThisSystemCannotSpellIsListedAsNotAvailable() throws Exception {
    String unspelt = folder.resolve("Musica cafe").toString().replace("caf", "caf\0");
    robot.onFx(() -> studio.settings().put("data.recent", unspelt));
    studio = PageRobot.studio(folder);
    SourceList list = sources(new ArrayList<>());
    assertTrue(
        robot.ask(() -> texts(list).toList().contains(Messages.text("data.source.unspelt"))));
    List<Path> opened = new ArrayList<>();
    SourceList other = sources(opened);
    robot.onFx(() -> other.take(new File(unspelt)));
    assertEquals(List.of(), opened);
    robot.onFx(() -> studio.settings().put("data.recent", ""));
  }

  private static Stream<String> texts(Parent parent) {
    return parent.getChildrenUnmodifiable().stream()
        .flatMap(
            each ->
                each instanceof Label label
                    ? Stream.of(label.getText())
                    : each instanceof Button button && button.getGraphic() instanceof Parent inside
                        ? texts(inside)
                        : each instanceof Parent below ? texts(below) : Stream.empty());
  }

  @Test
  void badDataIsToldInPlaceAndThePageLivesOn() throws Exception {
    Path text = Files.writeString(folder.resolve("letter.txt"), "Dear reader");
    robot.onFx(() -> page.offer(text));
    robot.waitFor(() -> robot.has("#data-problem"));
    assertTrue(robot.shows("letter.txt cannot be used"));
    robot.press("#data-again");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    robot.onFx(() -> page.offer(empty));
    robot.waitFor(() -> robot.shows("empty cannot be used"));
    Path good = images(folder.resolve("good"));
    robot.onFx(() -> page.offer(good));
    robot.waitFor(() -> robot.has("#data-train"));
  }

  @Test
  void sourcesOfOnesOwnAreListedUntilForgotten() throws Exception {
    Path images = images(folder.resolve("mine"));
    robot.onFx(() -> page.offer(images));
    robot.waitFor(() -> robot.has("#data-source-mine"));
    robot.onFx(
        () ->
            robot
                .find("#data-source-mine", ButtonBase.class)
                .getParent()
                .getChildrenUnmodifiable()
                .stream()
                .filter(node -> node != robot.find("#data-source-mine", ButtonBase.class))
                .forEach(node -> ((ButtonBase) node).fire()));
    assertFalse(robot.has("#data-source-mine"));
    robot.waitFor(() -> robot.has("#data-train") && !robot.shows("mine"));
    assertTrue(Files.isDirectory(images));
  }

  @Test
  void theKeyboardStaysWhereASourceIsForgottenAndWhereTheMeaningOfFoldersIsChosen()
      throws Exception {
    Path images = images(folder.resolve("stays"));
    for (String name : List.of("one.png", "two.png")) {
      Files.copy(images.resolve("cat/1.png"), images.resolve(name));
    }
    Path other = images(folder.resolve("goes"));
    robot.onFx(() -> page.offer(images));
    robot.waitFor(() -> robot.has("#data-source-stays"));
    robot.onFx(() -> page.offer(other));
    robot.waitFor(() -> robot.has("#data-source-goes"));
    Node row = robot.find("#data-source-goes", Node.class);
    Button forget = (Button) robot.ask(() -> row.getParent().getChildrenUnmodifiable().get(1));
    robot.onFx(
        () -> {
          forget.requestFocus();
          forget.fire();
        });
    Node next = robot.find("#data-source-stays", Node.class);
    assertTrue(robot.ask(next::isFocused));
    robot.waitFor(() -> robot.has("#data-folders-together"));
    robot.onFx(
        () -> {
          ToggleButton together = robot.find("#data-folders-together", ToggleButton.class);
          together.requestFocus();
          together.fire();
        });
    robot.waitFor(() -> robot.shows("14 images, too few"));
    robot.waitFor(() -> robot.find("#data-folders-together", Node.class).isFocused());
  }

  private static Path images(Path folder) throws IOException {
    for (String name : new String[] {"cat", "dog"}) {
      Path type = Files.createDirectories(folder.resolve(name));
      for (int i = 0; i < 6; i++) {
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        image.setRGB(i, i, 0xffffff);
        ImageIO.write(image, "png", type.resolve(i + ".png").toFile());
      }
    }
    return folder;
  }
}
