package studio.saddlepoint.app.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.app.Settings;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.recipe.Recipe;

class DataModelTest {
    @Test
    void pagesShowEveryImageOnce() {
        ContactSheet sheet = new ContactSheet(new Greys(25), ContactSheet.ALL, 7);
        int[] all =
                IntStream.of(0, 10, 20)
                        .flatMap(from -> Arrays.stream(sheet.indices(from, 10)))
                        .sorted()
                        .toArray();
        assertArrayEquals(IntStream.range(0, 25).toArray(), all);
        assertEquals(5, sheet.indices(20, 10).length);
        assertEquals(0, sheet.indices(30, 10).length);
    }

    @Test
    void classFilterShowsOnlyThatClass() {
        Greys set = new Greys(25);
        ContactSheet sheet = new ContactSheet(set, 1, 7);
        assertEquals(12, sheet.size());
        assertTrue(Arrays.stream(sheet.indices(0, 25)).allMatch(index -> set.label(index) == 1));
    }

    @Test
    void orderIsRandomButTheSameForASeed() {
        int[] order = new ContactSheet(new Greys(25), ContactSheet.ALL, 7).indices(0, 25);
        assertArrayEquals(
                order, new ContactSheet(new Greys(25), ContactSheet.ALL, 7).indices(0, 25));
        assertFalse(Arrays.equals(IntStream.range(0, 25).toArray(), order));
    }

    @Test
    void greyImagesBecomeOpaqueGreyPictures() {
        ContactSheet sheet = new ContactSheet(new Greys(25), ContactSheet.ALL, 7);
        int index = sheet.indices(0, 1)[0];
        assertEquals(
                0xff000000 | index << 16 | index << 8 | index,
                sheet.pictures(0, 1).get(0).argb()[0]);
    }

    @Test
    void lastUsedSourcesAreRememberedNewestFirst(@TempDir Path folder) {
        RecentSources recent = new RecentSources(new Settings(folder));
        for (int i = 0; i < 10; i++) {
            recent.add(Path.of("/images/" + i));
        }
        recent.add(Path.of("/images/5"));
        recent.remove(Path.of("/images/9").toAbsolutePath().toString());
        List<String> kept = new RecentSources(new Settings(folder)).all();
        assertEquals(RecentSources.MOST - 1, kept.size());
        assertEquals(Path.of("/images/5").toAbsolutePath().toString(), kept.get(0));
    }

    @Test
    void recipesAreMadeForAnySource() {
        assertEquals("strokes", DataRecipes.of("strokes").data().source());
        Recipe own = DataRecipes.of("/my/Cats & Dogs");
        assertEquals("/my/Cats & Dogs", own.data().source());
        assertEquals("dcgan-Cats-Dogs", own.name());
        assertEquals("DCGAN on Cats & Dogs", own.title());
    }

    /** Images of one grey each, alternating between two classes. */
    private record Greys(int size) implements DataSet {
        @Override
        public String name() {
            return "greys";
        }

        @Override
        public String fingerprint() {
            return "greys-" + size;
        }

        @Override
        public ImageShape shape() {
            return new ImageShape(1, 4, 4);
        }

        @Override
        public List<String> classNames() {
            return List.of("even", "odd");
        }

        @Override
        public int label(int index) {
            return index % 2;
        }

        @Override
        public void read(int index, byte[] target, int offset) {
            Arrays.fill(target, offset, offset + 16, (byte) index);
        }

        @Override
        public List<DataProblem> problems() {
            return List.of();
        }
    }
}
