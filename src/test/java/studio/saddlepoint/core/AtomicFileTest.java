package studio.saddlepoint.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private static final int SIZE = 300_000;

  @TempDir Path folder;

  @Test
  void isWholeWhenSeveralWriteItAtOnce() throws Exception {
    Path file = folder.resolve("shared");
    ExecutorService writers = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> written =
          IntStream.range(0, 40)
              .<Future<?>>mapToObj(i -> writers.submit(() -> write(file, i)))
              .toList();
      for (Future<?> each : written) {
        each.get();
        byte[] content = Files.readAllBytes(file);
        assertEquals(SIZE, content.length);
        byte[] expected = new byte[SIZE];
        Arrays.fill(expected, content[0]);
        assertTrue(Arrays.equals(expected, content));
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      writers.shutdown();
    }
    assertEquals(List.of(file), files());
  }

  private static Void write(Path file, int value) throws IOException {
    byte[] content = new byte[SIZE];
    Arrays.fill(content, (byte) value);
    AtomicFile.ON_DISK.write(file, content);
    return null;
  }

  @Test
  void sweepsWhatWasLeftLongAgoOnly() throws IOException {
    Path old = Files.writeString(folder.resolve(".a.1f.tmp"), "half");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    Path young = Files.writeString(folder.resolve(".b.2e.tmp"), "half");
    Path whole = Files.writeString(folder.resolve("c"), "whole");
    Files.setLastModifiedTime(whole, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    AtomicFile.sweep(folder, Duration.ofDays(1));
    assertEquals(List.of(young, whole), files());
    AtomicFile.sweep(folder.resolve("gone"), Duration.ofDays(1));
  }

  /** A person's folder may hold other hidden files. */
  @Test
  void deletesOnlyWhatWasLeftOfTheFileItWrites() throws IOException {
    Path own = Files.writeString(folder.resolve(".a[1].npz.1f.tmp"), "half");
    Path other = Files.writeString(folder.resolve(".mine.tmp"), "a person's");
    for (Path each : List.of(own, other)) {
      Files.setLastModifiedTime(each, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }
    Path file = folder.resolve("a[1].npz");
    AtomicFile.ON_DISK.write(file, "whole");
    assertEquals(List.of(other, file), files());
  }

  @Test
  void mayBeReadByWhoeverMayReadOtherFilesMadeHere() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path plain = Files.createFile(folder.resolve("plain"));
    Path file = folder.resolve("file");
    AtomicFile.ON_DISK.write(file, "whole");
    assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(file));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
