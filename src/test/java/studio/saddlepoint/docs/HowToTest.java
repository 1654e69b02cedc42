package studio.saddlepoint.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds that files, classes and packages exist which the pages for developers name. */
class HowToTest {
  private static final Path PAGES = Path.of("src/site/markdown");
  private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
  private static final Pattern CLASS = Pattern.compile("(?:[a-z]+\\.)+[A-Z]\\w*[a-z]\\w*");
  private static final Pattern PACKAGE =
      Pattern.compile(
          "(?:app|cli|bench|train|metrics|latent|run|model|nn|data|torch|recipe|core)(?:\\.[a-z]+)*");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  static Stream<Path> pages() throws IOException {
    List<Path> all = new ArrayList<>(List.of(PAGES.resolve("architecture.md")));
    try (Stream<Path> found = Files.list(PAGES.resolve("how-to"))) {
      found.sorted().forEach(all::add);
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void whatAPageNamesIsThere(Path page) throws IOException {
    List<String> gone = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(Files.readString(page));
    int named = 0;
    while (quoted.find()) {
      String name = quoted.group(1);
      if (name.startsWith("src/") || name.startsWith("assets/")) {
        named++;
        note(Files.exists(Path.of(name)), name, gone);
      } else if (CLASS.matcher(name).matches() && !name.startsWith("ai.")) {
        named++;
        String file = "java/studio/saddlepoint/" + name.replace('.', '/') + ".java";
        note(
            Files.exists(Path.of("src/main", file)) || Files.exists(Path.of("src/test", file)),
            name,
            gone);
      } else if (PACKAGE.matcher(name).matches()) {
        note(
            Files.isDirectory(Path.of("src/main/java/studio/saddlepoint", name.replace('.', '/'))),
            name,
            gone);
      }
    }
    assertEquals(List.of(), gone, page + " names what is not there");
    assertTrue(named >= 2, page + " names hardly anything");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadToPages(Path page) throws IOException {
    List<String> gone = new ArrayList<>();
    Matcher link = LINK.matcher(Files.readString(page));
    while (link.find()) {
      note(Files.exists(page.resolveSibling(link.group(1))), link.group(1), gone);
    }
    assertEquals(List.of(), gone, page + " links to what is not there");
  }

  @Test
  void theMapLeadsToEveryPage() throws IOException {
    String map = Files.readString(PAGES.resolve("architecture.md"));
    pages()
        .filter(page -> !page.endsWith("architecture.md") || page.getParent().endsWith("how-to"))
        .forEach(
            page ->
                assertTrue(
                    map.contains("(how-to/" + page.getFileName() + ")"), page + " is not linked"));
  }

  private static void note(boolean there, String name, List<String> gone) {
    if (!there) {
      gone.add(name);
    }
  }
}
