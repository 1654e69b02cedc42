package studio.saddlepoint.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PathNamesTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getRoot();

  @Test
  void aRootIsCalledByItsWholePath() {
    assertEquals(ROOT.toString(), PathNames.of(ROOT));
    assertEquals("pets", PathNames.of(ROOT.resolve("pets")));
    assertEquals("pets", PathNames.of(ROOT.resolve("pets").resolve(".")));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void everyNameIsSpeltWithoutTheLocale() {
    for (String name : List.of("été.png", "猫/🐱.png", "e\u0301", "a\\b", "100%41 #?;", "\uFFFD")) {
      Path path = PathNames.spelt(name).orElseThrow();
      assertEquals(name, PathNames.text(path));
      assertEquals(ROOT.resolve(path), PathNames.spelt("/" + name).orElseThrow());
      assertEquals("/" + name, PathNames.text(ROOT.resolve(path)));
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void bytesThatAreNoLettersAreTold() {
    Path odd = Path.of(URI.create("file:///caf%e9/%f0%9f%90%b1%c3/plain"));
    assertEquals("/caf\\xe9/🐱\\xc3/plain", PathNames.text(odd));
    assertEquals("caf\\xe9", PathNames.of(odd.getParent().getParent()));
    assertTrue(PathNames.file(odd).isEmpty());
    assertTrue(PathNames.file(ROOT).isPresent());
  }

  @Test
  void whatCannotBeSpeltIsNoPath() {
    assertEquals(Optional.of(ROOT), PathNames.spelt(ROOT.toString()));
    assertTrue(PathNames.spelt("a\0b").isEmpty());
  }

  @Test
  void whatAFileNamesIsWithinItsFolderOrNothing() {
    Path folder = Path.of("/runs/a");
    assertEquals(
        Optional.of(folder.resolve("samples/1.png")), PathNames.within(folder, "samples/1.png"));
    assertEquals(Optional.empty(), PathNames.within(folder, "../b/1.png"));
    assertEquals(Optional.empty(), PathNames.within(folder, "/etc/passwd"));
    assertEquals(Optional.empty(), PathNames.within(folder, "sa\0s/1.png"));
  }
}
