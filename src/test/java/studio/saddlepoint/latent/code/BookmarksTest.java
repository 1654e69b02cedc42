package studio.saddlepoint.latent.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentPoint;

class BookmarksTest {
  private static final Instant MADE = Instant.parse("2026-11-30T10:15:00Z");

  @TempDir Path folder;

  private Bookmarks bookmarks;

  @BeforeEach
  void begin() {
    bookmarks = new Bookmarks(folder);
  }

  private static Bookmark bookmark(String name, String code) {
    return Bookmark.of(NamedCode.of(name, LatentPoint.parse(code), MADE));
  }

  private List<String> names() {
    return bookmarks.all().stream().map(Bookmark::name).toList();
  }

  @Test
  void everythingOfThemIsReadAgain() {
    assertEquals(List.of(), bookmarks.all());
    Bookmark rich =
        new Bookmark(
            new NamedCode(
                "A \"smile\", <b>Grüße</b> \\ 笑",
                LatentPoint.parse("slerp(42,w(0.5,-1.25),0.3)"),
                Optional.of("cat"),
                MADE,
                OptionalLong.of(1500),
                "found\nby chance"),
            Optional.of(Thumbnail.of(new Picture(2, 1, new int[] {0xff102030, 0xffffffff}))));
    bookmarks.add(rich);
    bookmarks.add(bookmark("plain", "42"));
    assertEquals(List.of(rich, bookmark("plain", "42")), new Bookmarks(folder).all());
    Picture shown = bookmarks.all().get(0).thumbnail().orElseThrow().picture().orElseThrow();
    assertArrayEquals(new int[] {0xff102030, 0xffffffff}, shown.argb());
  }

  @Test
  void theyAreRenamedDeletedPutBackAndOrdered() {
    List.of("a", "b", "c").forEach(name -> bookmarks.add(bookmark(name, "1")));
    bookmarks.rename("b", "B");
    bookmarks.rename("B", "between");
    bookmarks.move("c", 0);
    assertEquals(List.of("c", "a", "between"), names());
    Bookmark deleted = bookmarks.delete("a");
    assertEquals(List.of("c", "between"), names());
    bookmarks.insert(deleted, 1);
    assertEquals(List.of("c", "a", "between"), names());
    bookmarks.move("c", 99);
    assertEquals(List.of("a", "between", "c"), names());
  }

  @Test
  void namesAreUniqueWhateverTheirCapitals() {
    bookmarks.add(bookmark("Smile", "1"));
    bookmarks.add(bookmark("Frown", "2"));
    refused("There is a bookmark \"smile\" already", () -> bookmarks.add(bookmark("smile", "2")));
    refused("There is a bookmark \"SMILE\" already", () -> bookmarks.rename("Frown", "SMILE"));
    refused(
        "There is no bookmark \"Grin\". There are: \"Smile\", \"Frown\".",
        () -> bookmarks.delete("Grin"));
    List<Bookmark> added =
        bookmarks.addAll(List.of(bookmark("smile", "3"), bookmark("smile", "4")));
    assertEquals(List.of("smile 2", "smile 3"), added.stream().map(Bookmark::name).toList());
    assertEquals(List.of("Smile", "Frown", "smile 2", "smile 3"), names());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n ", "42", "-7", "slerp(1, 2, 0.5)", "4 2"})
  void namesThatAreNoneOrCodesAreRefused(String name) {
    assertThrows(StudioException.class, () -> bookmark(name, "1"));
  }

  @Test
  void namesStandOnOneLineAndSteerNothing() {
    assertEquals("two lines \\x1b[31m", bookmark(" two\n lines \u001b[31m", "1").name());
    refused("80 are the most", () -> bookmark("x".repeat(81), "1"));
    String longest = "x".repeat(80);
    String next = Bookmarks.freeName(Set.of(longest), longest);
    assertEquals("x".repeat(78) + " 2", next);
  }

  @Test
  void aTextNamesABookmarkOrACode() {
    bookmarks.add(
        new Bookmark(
            new NamedCode(
                "Smile",
                LatentPoint.parse("7"),
                Optional.of("cat"),
                MADE,
                OptionalLong.empty(),
                ""),
            Optional.empty()));
    assertEquals(
        new FoundCode(new LatentPoint.Seed(7), Optional.of("cat")), bookmarks.find(" smile"));
    assertEquals(new FoundCode(new LatentPoint.Seed(42), Optional.empty()), bookmarks.find("42"));
    refused(
        "\"Smil\" is neither a bookmark of this run nor a latent code. There are: \"Smile\".",
        () -> bookmarks.find("Smil"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|is empty",
        "nonsense {|it is no JSON",
        "[]|it is no JSON object",
        "{}|its \"format\" is not",
        "{'format':'saddlepoint-codes'}|it has no \"version\"",
        "{'format':'saddlepoint-codes','version':2,'codes':[]}|of a later version of Saddlepoint (its format is 2)",
        "{'format':'saddlepoint-codes','version':1}|no list \"codes\"",
        "{'format':'saddlepoint-codes','version':1,'codes':[1]}|its code 1 is no object",
        "{'format':'saddlepoint-codes','version':1,'codes':[{'code':'1'}]}|its code 1 has no \"name\"",
        "{'format':'saddlepoint-codes','version':1,'codes':[{'name':'a','code':'b'}]}|in its code \"a\": \"b\" is no latent code",
        "{'format':'saddlepoint-codes','version':1,'codes':[{'name':'a','code':'code(NaN)'}]}|must have numbers, all of them finite. Repair",
        "{'format':'saddlepoint-codes','version':1,'codes':[{'name':'a','code':'1'},{'name':'A','code':'1'}]}|it has \"A\" twice",
      },
      quoteCharacter = '~')
  void aDamagedOrLaterFileIsRefusedAndStaysAsItIs(String content, String reason)
      throws IOException {
    String text = content.equals("''") ? "" : content.replace('\'', '"');
    Files.writeString(bookmarks.file(), text);
    refused(reason, bookmarks::all);
    refused("bookmarks.json", () -> bookmarks.add(bookmark("a", "1")));
    refused(reason, () -> bookmarks.delete("a"));
    assertEquals(text, Files.readString(bookmarks.file()));
  }

  @Test
  void aPictureThatCannotBeReadStays() {
    Bookmark odd = bookmark("odd", "1").shown(new Thumbnail("no picture"));
    bookmarks.add(odd);
    bookmarks.add(bookmark("more", "1"));
    assertEquals(odd, bookmarks.all().get(0));
    assertTrue(odd.thumbnail().orElseThrow().picture().isEmpty());
  }

  @Test
  void largePicturesAreMadeSmall() {
    int[] half = IntStream.range(0, 200 * 100).map(i -> i % 2 == 0 ? ~0 : 0xff000000).toArray();
    Picture small = Thumbnail.of(new Picture(200, 100, half)).picture().orElseThrow();
    assertEquals(50, small.width());
    assertEquals(25, small.height());
    assertTrue(Arrays.stream(small.argb()).allMatch(argb -> argb == 0xff808080));
  }

  @Test
  void nothingIsLostWhereTwoChangeThemAtOnce() {
    IntStream.range(0, 24)
        .parallel()
        .forEach(i -> new Bookmarks(folder).add(bookmark("code " + i, "1")));
    assertEquals(24, bookmarks.all().size());
  }

  @Test
  void aRunTakesAThousand() {
    List<Bookmark> many =
        IntStream.range(0, Bookmarks.MOST).mapToObj(i -> bookmark("code " + i, "1")).toList();
    bookmarks.addAll(many);
    refused("1,001 bookmarks would be too many", () -> bookmarks.add(bookmark("more", "1")));
    assertEquals(Bookmarks.MOST, bookmarks.all().size());
  }

  @Test
  void aFolderThatIsGoneIsTold() throws IOException {
    Path gone = folder.resolve("gone");
    refused("is gone", () -> new Bookmarks(gone).add(bookmark("a", "1")));
    assertFalse(Files.exists(gone));
  }

  private static void refused(String message, Runnable action) {
    StudioException refused = assertThrows(StudioException.class, action::run);
    assertTrue(refused.getMessage().contains(message), refused.getMessage());
  }
}
