package studio.saddlepoint.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PathNamesTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getRoot();

    @Test
    void aRootIsCalledByItsWholePath() {
        assertEquals(ROOT.toString(), PathNames.of(ROOT));
        assertEquals("pets", PathNames.of(ROOT.resolve("pets")));
        assertEquals("pets", PathNames.of(ROOT.resolve("pets").resolve(".")));
    }

    @Test
    void whatCannotBeSpeltIsNoPath() {
        assertEquals(Optional.of(ROOT), PathNames.spelt(ROOT.toString()));
        assertTrue(PathNames.spelt("a\0b").isEmpty());
    }
}
