package studio.saddlepoint.app.keys;

import static javafx.scene.input.KeyCombination.SHIFT_ANY;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;
import studio.saddlepoint.app.Messages;

/**
 * The keys of the window, in the order in which they are listed. Handlers ask {@link #matches},
 * tooltips and the list of keys ask {@link #caps}, so that none of them can tell another key.
 */
public enum Shortcut {
  RECIPES(Group.PAGES, told(KeyCode.DIGIT0, SHORTCUT_DOWN), also(KeyCode.NUMPAD0, SHORTCUT_DOWN)),
  PAGE_1(Group.PAGES, told(KeyCode.DIGIT1, SHORTCUT_DOWN), also(KeyCode.NUMPAD1, SHORTCUT_DOWN)),
  PAGE_2(Group.PAGES, told(KeyCode.DIGIT2, SHORTCUT_DOWN), also(KeyCode.NUMPAD2, SHORTCUT_DOWN)),
  PAGE_3(Group.PAGES, told(KeyCode.DIGIT3, SHORTCUT_DOWN), also(KeyCode.NUMPAD3, SHORTCUT_DOWN)),
  PAGE_4(Group.PAGES, told(KeyCode.DIGIT4, SHORTCUT_DOWN), also(KeyCode.NUMPAD4, SHORTCUT_DOWN)),
  PAGE_5(Group.PAGES, told(KeyCode.DIGIT5, SHORTCUT_DOWN), also(KeyCode.NUMPAD5, SHORTCUT_DOWN)),
  PAGE_6(Group.PAGES, told(KeyCode.DIGIT6, SHORTCUT_DOWN), also(KeyCode.NUMPAD6, SHORTCUT_DOWN)),
  PAGE_7(Group.PAGES, told(KeyCode.DIGIT7, SHORTCUT_DOWN), also(KeyCode.NUMPAD7, SHORTCUT_DOWN)),
  PAGE_8(Group.PAGES, told(KeyCode.DIGIT8, SHORTCUT_DOWN), also(KeyCode.NUMPAD8, SHORTCUT_DOWN)),
  PAGE_9(Group.PAGES, told(KeyCode.DIGIT9, SHORTCUT_DOWN), also(KeyCode.NUMPAD9, SHORTCUT_DOWN)),
  PAUSE(Group.WORK, told(KeyCode.SPACE)),
  UNDO(Group.WORK, told(KeyCode.Z, SHORTCUT_DOWN)),
  REDO(Group.WORK, told(KeyCode.Z, SHORTCUT_DOWN, SHIFT_DOWN), told(KeyCode.Y, SHORTCUT_DOWN)),
  FIND(Group.WORK, told(KeyCode.F, SHORTCUT_DOWN)),
  KEYS(Group.WINDOW, told(KeyCode.F1), typed("?")),
  PREFERENCES(Group.WINDOW, told(KeyCode.COMMA, SHORTCUT_DOWN)),
  FULL_SCREEN(Group.WINDOW, told(KeyCode.F11)),
  /** What lies over the page, and what was typed and not taken yet. */
  CLOSE(Group.WINDOW, told(KeyCode.ESCAPE)),
  MENU(Group.WINDOW, told(KeyCode.F10, SHIFT_DOWN), also(KeyCode.CONTEXT_MENU, SHIFT_ANY)),
  PICTURE_OPEN(Group.PICTURES, told(KeyCode.ENTER)),
  PICTURE_BEFORE(Group.PICTURES, told(KeyCode.LEFT)),
  PICTURE_NEXT(Group.PICTURES, told(KeyCode.RIGHT)),
  PICTURE_CLOSER(
      Group.PICTURES,
      told(KeyCode.PLUS, SHIFT_ANY),
      also(KeyCode.ADD, SHIFT_ANY),
      also(KeyCode.EQUALS, SHIFT_ANY)),
  PICTURE_WIDER(Group.PICTURES, told(KeyCode.MINUS, SHIFT_ANY), also(KeyCode.SUBTRACT, SHIFT_ANY)),
  PICTURE_FIT(Group.PICTURES, told(KeyCode.DIGIT0), also(KeyCode.NUMPAD0)),
  PICTURE_COPY(Group.PICTURES, told(KeyCode.C, SHORTCUT_DOWN)),
  PICTURE_SAVE(Group.PICTURES, told(KeyCode.S, SHORTCUT_DOWN)),
  CHART_LEFT(Group.CHARTS, told(KeyCode.LEFT, SHIFT_ANY)),
  CHART_RIGHT(Group.CHARTS, told(KeyCode.RIGHT, SHIFT_ANY)),
  CHART_FIRST(Group.CHARTS, told(KeyCode.HOME, SHIFT_ANY)),
  CHART_LAST(Group.CHARTS, told(KeyCode.END, SHIFT_ANY)),
  CHART_CLOSER(
      Group.CHARTS,
      told(KeyCode.PLUS, SHIFT_ANY),
      also(KeyCode.ADD, SHIFT_ANY),
      also(KeyCode.EQUALS, SHIFT_ANY)),
  CHART_WIDER(Group.CHARTS, told(KeyCode.MINUS, SHIFT_ANY), also(KeyCode.SUBTRACT, SHIFT_ANY)),
  CHART_WHOLE(Group.CHARTS, told(KeyCode.ESCAPE));

  /** What keys are for, as the list of keys parts them. */
  public enum Group {
    PAGES,
    WORK,
    WINDOW,
    PICTURES,
    CHARTS;

    /** Its heading. */
    public String title() {
      return Messages.text("keys.group." + name().toLowerCase(Locale.ROOT));
    }
  }

  private static final int MOST_PAGES = 9;

  private final Group group;
  private final List<Key> keys;

  Shortcut(Group group, Key... keys) {
    this.group = group;
    this.keys = List.of(keys);
  }

  /**
   * The key of a page.
   *
   * @param place of the page in the rail, from 0 to 8
   */
  public static Shortcut page(int place) {
    if (place < 0 || place >= MOST_PAGES) {
      throw new IllegalArgumentException("There are keys for pages 0 to 8, not " + place);
    }
    return values()[PAGE_1.ordinal() + place];
  }

  /** How many pages can have a key. */
  public static int mostPages() {
    return MOST_PAGES;
  }

  /** Where it stands in the list of keys. */
  public Group group() {
    return group;
  }

  /** Whether parts of the window handle it where they have the keyboard, not the window itself. */
  public boolean ofParts() {
    return this == CLOSE || this == MENU || group == Group.CHARTS || group == Group.PICTURES;
  }

  /** What it does, for the list of keys; not for pages, which have titles. */
  public String words() {
    return Messages.text("keys." + name().toLowerCase(Locale.ROOT).replace('_', '.'));
  }

  /** Whether an event is this key: pressed, or typed where it is a character. */
  public boolean matches(KeyEvent event) {
    return keys.stream().anyMatch(key -> key.matches(event));
  }

  /** The keys to tell of, such as {@code Ctrl+Z}: any of them does it. */
  public List<String> caps() {
    return keys.stream().filter(Key::told).map(Key::cap).toList();
  }

  /** A tooltip's text with the key behind it. */
  public String tip(String text) {
    return Messages.text("keys.tip", text, caps().get(0));
  }

  /** One way to press it. */
  private interface Key {
    boolean matches(KeyEvent event);

    String cap();

    boolean told();
  }

  private record Pressed(KeyCodeCombination combination, boolean told) implements Key {
    @Override
    public boolean matches(KeyEvent event) {
      return event.getEventType() == KeyEvent.KEY_PRESSED && combination.match(event);
    }

    @Override
    public String cap() {
      return combination.getDisplayText();
    }
  }

  /** A character, wherever it lies on the keyboard. */
  private record Typed(String cap) implements Key {
    @Override
    public boolean matches(KeyEvent event) {
      return event.getEventType() == KeyEvent.KEY_TYPED && cap.equals(event.getCharacter());
    }

    @Override
    public boolean told() {
      return true;
    }
  }

  private static Key told(KeyCode code, Modifier... modifiers) {
    return new Pressed(new KeyCodeCombination(code, modifiers), true);
  }

  /** The same on another part of the keyboard, which goes without saying. */
  private static Key also(KeyCode code, Modifier... modifiers) {
    return new Pressed(new KeyCodeCombination(code, modifiers), false);
  }

  private static Key typed(String character) {
    return new Typed(character);
  }
}
