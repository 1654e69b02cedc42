package studio.saddlepoint.app.explore.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.explore.code.TakenCode.Place;
import studio.saddlepoint.app.undo.UndoStack;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.code.Bookmark;
import studio.saddlepoint.latent.code.Bookmarks;
import studio.saddlepoint.latent.code.NamedCode;

@ExtendWith(ApplicationExtension.class)
class CodesPanelTest {
  @TempDir Path run;

  private final ExecutorService disk = Executors.newSingleThreadExecutor();
  private final UndoStack undo = new UndoStack(page -> {});
  private final List<String> problems = new ArrayList<>();
  private final List<TakenCode> taken = new ArrayList<>();
  private final List<Path> written = new ArrayList<>();
  private List<Bookmark> inFile = List.of();
  private BookmarkShelf shelf;
  private CodesPanel panel;
  private PageRobot robot;

  @Start
  void open(Stage stage) {
    shelf = new BookmarkShelf(disk, Platform::runLater, undo, problems::add);
    panel =
        new CodesPanel(
            shelf, new NoFiles(), new Asked(), (code, take) -> take.accept(code), taken::add);
    stage.setScene(new Scene(panel, 280, 500));
    stage.show();
    robot = new PageRobot(panel);
  }

  @AfterEach
  void end() {
    disk.shutdownNow();
  }

  private final class NoFiles implements CodeExchange {
    @Override
    public void read(Path file, Consumer<List<Bookmark>> done) {
      done.accept(inFile);
    }

    @Override
    public void write(Path file, List<Bookmark> codes) {
      written.add(file);
    }
  }

  private static final class Asked implements CodesAsking {
    @Override
    public Optional<Path> open() {
      return Optional.of(Path.of("any.npz"));
    }

    @Override
    public Optional<Path> save(String name) {
      return Optional.of(Path.of(name + ".json"));
    }
  }

  private static Bookmark bookmark(String name, String code) {
    return Bookmark.of(NamedCode.of(name, LatentPoint.parse(code), Instant.EPOCH));
  }

  private void begin(String... names) throws Exception {
    Bookmarks kept = new Bookmarks(run);
    for (String name : names) {
      kept.add(bookmark(name, "42"));
    }
    robot.onFx(
        () -> {
          shelf.open(run);
          panel
              .currentProperty()
              .set(
                  new StandingCode(
                      LatentPoint.parse("slerp(1,2,0.5)"),
                      Optional.of("owl"),
                      OptionalLong.of(7),
                      Optional.of(new Picture(1, 1, new int[] {0xff808080}))));
        });
    robot.waitFor(() -> shelf.openProperty().get());
    shown(names);
  }

  /** What is on the disk and in the list. */
  private void shown(String... names) throws Exception {
    robot.waitFor(
        () -> shelf.items().stream().map(Bookmark::name).toList().equals(Arrays.asList(names)));
    assertEquals(
        Arrays.asList(names), new Bookmarks(run).all().stream().map(Bookmark::name).toList());
  }

  @SuppressWarnings("unchecked")
  private ListView<Bookmark> list() {
    return robot.find("#bookmarks", ListView.class);
  }

  private void choose(int index) {
    ListView<Bookmark> list = list();
    robot.onFx(
        () -> {
          list.getSelectionModel().select(index);
          list.requestFocus();
        });
  }

  private void name(String name) {
    TextField field = robot.find("#code-name", TextField.class);
    robot.onFx(() -> field.setText(name));
    robot.press("#code-name-save");
  }

  @Test
  void aCodeIsKeptUnderANameWithItsPicture() throws Exception {
    begin("Smile");
    robot.press("#codes-keep");
    assertEquals("Code 2", robot.find("#code-name", TextField.class).getText());
    name("smile");
    robot.waitFor(() -> !problems.isEmpty());
    assertTrue(problems.get(0).contains("There is a bookmark \"smile\" already"));
    robot.press("#codes-keep");
    name("42");
    assertTrue(robot.find("#code-name-wrong", Label.class).getText().contains("not a name"));
    name("Owl");
    shown("Smile", "Owl");
    Bookmark kept = new Bookmarks(run).all().get(1);
    assertEquals("slerp(1,2,0.5)", kept.code().point().toString());
    assertEquals(Optional.of("owl"), kept.code().className());
    assertEquals(OptionalLong.of(7), kept.code().step());
    assertTrue(kept.thumbnail().isPresent());
    robot.onFx(undo::undo);
    shown("Smile");
    robot.onFx(undo::redo);
    shown("Smile", "Owl");
  }

  @Test
  void escapeKeepsNothing() throws Exception {
    begin();
    assertTrue(robot.shows("No bookmarks yet"));
    robot.press("#codes-keep");
    TextField field = robot.find("#code-name", TextField.class);
    robot.key(field, KeyCode.ESCAPE);
    assertFalse(robot.ask(() -> field.getParent().getParent().isVisible()));
    assertTrue(robot.ask(() -> panel.lookup("#codes-keep").isVisible()));
    shown();
  }

  @Test
  void bookmarksAreTakenByAClickAndByButtonsAndKeys() throws Exception {
    begin("Smile", "Grin");
    robot.waitFor(() -> cell(1) != null);
    robot.onFx(() -> click(cell(1)));
    robot.onFx(() -> buttons(cell(0)).get(0).fire());
    robot.onFx(() -> buttons(cell(0)).get(1).fire());
    choose(0);
    robot.key(list(), KeyCode.ENTER);
    assertEquals(
        List.of(Place.HERE, Place.A, Place.B, Place.HERE),
        taken.stream().map(TakenCode::place).toList());
    assertEquals(new LatentPoint.Seed(42), taken.get(0).point());
  }

  private ListCell<?> cell(int index) {
    return panel.lookupAll(".bookmark-cell").stream()
        .map(each -> (ListCell<?>) each)
        .filter(each -> each.getIndex() == index && !each.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static List<Button> buttons(ListCell<?> cell) {
    return cell.getGraphic().lookupAll(".button").stream().map(each -> (Button) each).toList();
  }

  private static void click(Node node) {
    Point2D place = node.localToScene(50, 20);
    node.fireEvent(
        new MouseEvent(
            MouseEvent.MOUSE_CLICKED,
            place.getX(),
            place.getY(),
            place.getX(),
            place.getY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            new PickResult(node, place.getX(), place.getY())));
  }

  @Test
  void aDeletedOneComesBackToItsPlace() throws Exception {
    begin("a", "b", "c");
    choose(1);
    robot.key(list(), KeyCode.DELETE);
    shown("a", "c");
    assertEquals("deleted bookmark “b”", robot.ask(() -> undo.undoTitleProperty().get()));
    robot.onFx(undo::undo);
    shown("a", "b", "c");
    robot.onFx(undo::redo);
    shown("a", "c");
  }

  @Test
  void oneIsRenamedAndMoved() throws Exception {
    begin("a", "b", "c");
    choose(0);
    robot.key(list(), KeyCode.F2);
    assertEquals("a", robot.find("#code-name", TextField.class).getText());
    name("first");
    shown("first", "b", "c");
    robot.onFx(undo::undo);
    shown("a", "b", "c");
    menu(2, "bookmark-up");
    shown("a", "c", "b");
    robot.onFx(undo::undo);
    shown("a", "b", "c");
  }

  /** Chooses what the menu of a bookmark offers. */
  private void menu(int index, String item) throws Exception {
    robot.waitFor(() -> cell(index) != null);
    robot.onFx(() -> buttons(cell(index)).get(2).fire());
    robot.onFx(
        () -> {
          ContextMenu menu =
              Window.getWindows().stream()
                  .filter(ContextMenu.class::isInstance)
                  .map(ContextMenu.class::cast)
                  .findFirst()
                  .orElseThrow();
          MenuItem chosen =
              menu.getItems().stream()
                  .filter(each -> item.equals(each.getId()))
                  .findFirst()
                  .orElseThrow();
          menu.hide();
          chosen.fire();
        });
  }

  @Test
  void codesComeFromFilesAndGoToThem() throws Exception {
    begin("a");
    inFile = List.of(bookmark("a", "1"), bookmark("b", "2"));
    robot.press("#codes-import");
    shown("a", "a 2", "b");
    robot.onFx(undo::undo);
    shown("a");
    robot.onFx(undo::redo);
    shown("a", "a 2", "b");
    robot.press("#codes-export");
    assertEquals(List.of(Path.of("codes.json")), written);
  }

  @Test
  void aFileOfALaterVersionIsToldAndNothingIsKept() throws Exception {
    String later = "{\"format\":\"saddlepoint-codes\",\"version\":9,\"codes\":[]}";
    Files.writeString(run.resolve(Bookmarks.NAME), later);
    robot.onFx(() -> shelf.open(run));
    robot.waitFor(() -> robot.shows("of a later version of Saddlepoint"));
    assertTrue(robot.find("#codes-keep", Button.class).isDisabled());
    assertFalse(robot.shows("No bookmarks yet"));
    assertEquals(later, Files.readString(run.resolve(Bookmarks.NAME)));
  }

  @Test
  void anotherRunHasItsOwn() throws Exception {
    begin("a");
    choose(0);
    robot.key(list(), KeyCode.DELETE);
    shown();
    Path other = Files.createDirectory(run.resolve("other"));
    robot.onFx(() -> shelf.open(other));
    assertEquals("", robot.ask(() -> undo.undoTitleProperty().get()), "of what is not seen");
    new Bookmarks(other).add(bookmark("there", "1"));
    robot.onFx(shelf::refresh);
    robot.waitFor(() -> shelf.items().size() == 1);
    robot.onFx(() -> shelf.open(null));
    assertTrue(robot.ask(() -> shelf.items().isEmpty()));
    assertFalse(robot.ask(() -> shelf.openProperty().get()));
  }
}
