package studio.saddlepoint.data.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataKind;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.SizeCount;
import studio.saddlepoint.data.TestFiles;

class PackCacheTest {
  private static final int COUNT = 5_000;
  private static final Predicate<DataProblem> NEVER = problem -> false;

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
        () -> cache.open("numbers", "v1", NEVER, () -> new Numbers(made), progress));
    assertEquals(List.of(), files());
  }

  /** Where one image takes as long as all others, half is done with either. */
  @Test
  void progressFollowsTheWorkNotTheNumberOfImages() throws IOException {
    Set<Double> told = ConcurrentHashMap.newKeySet();
    Progress progress = (stage, fraction) -> told.add(fraction);
    PackContent oneIsAll =
        new Numbers(made) {
          @Override
          public long work(int index) {
            return index == COUNT / 2 ? 7 : 0;
          }
        };
    new PackCache(folder).open("numbers", "v1", NEVER, () -> oneIsAll, progress);
    assertEquals(Set.of(0.0, 1.0), told);
  }

  @Test
  void whereNothingCanBeKeptTheImagesAreUsedNevertheless() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    PackCache cache = new PackCache(file, temporary, new UnkeptPacks());
    for (int i = 0; i < 2; i++) {
      Pack pack = cache.open("numbers", "v1", NEVER, () -> new Numbers(made), Progress.NONE);
      assertEquals(1, made.get(), "once for the process");
      assertEquals(Optional.empty(), pack.file());
      assertTrue(pack.bytes() > COUNT * 1024L);
      assertArrayEquals(imageOf(4_999), read(pack, 4_999));
    }
    assertEquals(List.of(), namesIn(temporary));
  }

  @Test
  void foldersThatCannotBeWrittenToAreTold() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    PackCache cache = new PackCache(file, file, new UnkeptPacks());
    TestFiles.assertTold(
        () -> cache.open("numbers", "v1", NEVER, () -> new Numbers(made), Progress.NONE),
        "Numbers",
        file.toString(),
        "SADDLEPOINT_HOME");
  }

  /** As in a folder with the sticky bit; here there is a folder of that name. */
  @Test
  void aFileThatMayNotBeReplacedStaysAndTheImagesAreUsed() throws IOException {
    Files.createDirectories(pack().resolve("another person's"));
    Pack pack = open("v1");
    assertEquals(Optional.empty(), pack.file());
    assertArrayEquals(imageOf(4_999), read(pack, 4_999));
    assertEquals(List.of("numbers-v1.pack"), files());
  }

  @Test
  void packsMayBeReadByWhoeverMayReadOtherFilesMadeHere() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    open("v1");
    Path plain = Files.createFile(folder.resolve("plain"));
    assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(pack()));
  }

  @Test
  void severalThatPrepareTheSameAtOnceLeaveOnePack() throws Exception {
    Files.createDirectories(pack().getParent());
    Path left = Files.writeString(pack().resolveSibling("numbers123.part"), "half");
    Files.setLastModifiedTime(left, FileTime.fromMillis(0));
    ExecutorService processes = Executors.newFixedThreadPool(4);
    try {
      List<Future<Pack>> packs = processes.invokeAll(Collections.nCopies(12, () -> open("v1")));
      for (Future<Pack> each : packs) {
        assertArrayEquals(imageOf(4_999), read(each.get(), 4_999));
        assertTrue(each.get().file().isPresent());
      }
    } finally {
      processes.shutdownNow();
    }
    assertEquals(List.of("numbers-v1.pack"), files());
  }

  @Test
  void whatMayPassIsLookedAtAgain() {
    DataProblem rights = new DataProblem("003.png", "may not be read", true);
    AtomicBoolean passed = new AtomicBoolean();
    AtomicInteger asked = new AtomicInteger();
    Predicate<DataProblem> look =
        problem -> {
          assertEquals(rights, problem, "what is damaged is not asked about");
          asked.incrementAndGet();
          return passed.get();
        };
    PackCache cache = new PackCache(folder);
    DataProblem damaged = new DataProblem("004.png", "is damaged");
    List<DataProblem> both = List.of(damaged, rights);
    cache.open("numbers", "v1", look, () -> new Numbers(made, both), Progress.NONE);
    assertEquals(0, asked.get());
    Pack still = cache.open("numbers", "v1", look, () -> new Numbers(made), Progress.NONE);
    assertEquals(1, made.get(), "nothing has passed");
    assertEquals(both, still.index().problems());
    passed.set(true);
    Pack whole = cache.open("numbers", "v1", look, () -> new Numbers(made), Progress.NONE);
    assertEquals(2, made.get());
    assertEquals(List.of(), whole.index().problems());
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
        .open("numbers", version, NEVER, () -> new Numbers(made), Progress.NONE);
  }

  private Path pack() {
    return folder.resolve("data-sets").resolve("numbers-v1.pack");
  }

  private List<String> files() throws IOException {
    return namesIn(folder.resolve("data-sets"));
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
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
  private static class Numbers implements PackContent {
    private final List<DataProblem> problems;

    Numbers(AtomicInteger made) {
      this(made, List.of());
    }

    Numbers(AtomicInteger made, List<DataProblem> problems) {
      made.incrementAndGet();
      this.problems = problems;
    }

    @Override
    public List<DataProblem> problems() {
      return problems;
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
