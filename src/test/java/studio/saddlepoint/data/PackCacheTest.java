package studio.saddlepoint.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;

class PackCacheTest {
    private static final int COUNT = 5_000;

    @TempDir Path folder;

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void theSecondTimeNothingIsDrawn() throws IOException {
        Pack first = open("v1");
        Pack second = open("v1");
        assertEquals(1, made.get());
        assertEquals(first.index().fingerprint(), second.index().fingerprint());
        assertEquals(COUNT, second.index().count());
        assertArrayEquals(imageOf(4_999), read(second, 4_999));
    }

    @Test
    void anotherStateIsMadeAgainAndTheOldOneDeleted() throws IOException {
        open("v1");
        open("v2");
        assertEquals(2, made.get());
        assertEquals(List.of("numbers-v2.pack"), files());
    }

    @Test
    void damagedPixelsAreMadeAgain() throws IOException {
        damage(4096L * 1024 + 77);
    }

    @Test
    void aDamagedIndexIsMadeAgain() throws IOException {
        damage(COUNT * 1024L + 9);
    }

    @Test
    void aDamagedTrailerIsMadeAgain() throws IOException {
        open("v1");
        damage(Files.size(pack()) - 20);
    }

    @Test
    void aPackCutShortIsMadeAgain() throws IOException {
        open("v1");
        byte[] whole = Files.readAllBytes(pack());
        for (int length : new int[] {0, 10, 1024 * 1024, whole.length - 1}) {
            int before = made.get();
            Files.write(pack(), Arrays.copyOf(whole, length));
            assertArrayEquals(imageOf(17), read(open("v1"), 17));
            assertEquals(before + 1, made.get());
        }
        assertArrayEquals(whole, Files.readAllBytes(pack()));
    }

    @Test
    void cancellingLeavesNothingBehind() throws IOException {
        AtomicInteger reports = new AtomicInteger();
        Progress progress =
                new Progress() {
                    @Override
                    public void report(String stage, double fraction) {
                        reports.incrementAndGet();
                    }

                    @Override
                    public boolean cancelled() {
                        return reports.get() >= 1;
                    }
                };
        PackCache cache = new PackCache(folder);
        assertThrows(
                CancellationException.class,
                () -> cache.open("numbers", "v1", () -> new Numbers(made), progress));
        assertEquals(List.of(), files());
    }

    @Test
    void aFolderThatCannotBeWrittenToIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        PackCache cache = new PackCache(file);
        TestFiles.assertTold(
                () -> cache.open("numbers", "v1", () -> new Numbers(made), Progress.NONE),
                "Numbers",
                file.toString(),
                "SADDLEPOINT_HOME");
    }

    @Test
    void unfinishedFilesOfAKilledProgramAreDeletedLater() throws IOException {
        open("v1");
        Path left = Files.writeString(pack().resolveSibling("numbers123.part"), "half");
        Files.setLastModifiedTime(left, FileTime.fromMillis(0));
        open("v2");
        assertEquals(List.of("numbers-v2.pack"), files());
    }

    private void damage(long at) throws IOException {
        open("v1");
        try (FileChannel channel = FileChannel.open(pack(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {111, 112, 113, 114}), at);
        }
        Pack again = open("v1");
        assertTrue(made.get() >= 2);
        for (int image = 0; image < COUNT; image += 97) {
            assertArrayEquals(imageOf(image), read(again, image));
        }
    }

    private Pack open(String version) {
        return new PackCache(folder)
                .open("numbers", version, () -> new Numbers(made), Progress.NONE);
    }

    private Path pack() {
        return folder.resolve("data-sets").resolve("numbers-v1.pack");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data-sets"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] imageOf(int index) {
        byte[] image = new byte[1024];
        Arrays.fill(image, (byte) index);
        return image;
    }

    private static byte[] read(Pack pack, int index) {
        byte[] image = new byte[1024];
        pack.read(index, image, 0);
        return image;
    }

    /** Images that are filled with their number. */
    private static final class Numbers implements PackContent {
        Numbers(AtomicInteger made) {
            made.incrementAndGet();
        }

        @Override
        public DataKind kind() {
            return DataKind.GENERATED;
        }

        @Override
        public String name() {
            return "Numbers";
        }

        @Override
        public ImageShape shape() {
            return new ImageShape(1, 32, 32);
        }

        @Override
        public int count() {
            return COUNT;
        }

        @Override
        public int trainCount() {
            return COUNT - 500;
        }

        @Override
        public boolean ownSplits() {
            return true;
        }

        @Override
        public List<String> classNames() {
            return List.of();
        }

        @Override
        public int label(int index) {
            return -1;
        }

        @Override
        public Optional<DataProblem> draw(int index, byte[] target, int offset) {
            Arrays.fill(target, offset, offset + 1024, (byte) index);
            return Optional.empty();
        }

        @Override
        public List<SizeCount> originalSizes() {
            return List.of();
        }
    }
}
