package studio.saddlepoint.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * A kind of file that the program reads.
 *
 * @param name of it
 * @param file where it is put, relative to a folder of its own
 * @param seeds files of it that are whole
 * @param mutation changes one of them
 * @param wrapping makes what is inside another thing into a file: compresses it, mends its sums
 * @param reading reads it with all of the program that would
 */
record Format(
    String name,
    String file,
    List<byte[]> seeds,
    Mutation mutation,
    UnaryOperator<byte[]> wrapping,
    Reading reading) {
  /** Changes one of some files. */
  interface Mutation {
    /** A file, changed. */
    byte[] of(List<byte[]> seeds, SplittableRandom random);
  }

  /** Reads a file. */
  interface Reading {
    /**
     * Reads it.
     *
     * @throws studio.saddlepoint.core.StudioException if the program refuses it
     * @throws Exception of any other kind is a fault
     */
    void read(Path file) throws Exception;
  }

  /** A file of bytes. */
  static Format bytes(String name, String file, List<byte[]> seeds, Reading reading) {
    return new Format(name, file, seeds, Mutations::of, UnaryOperator.identity(), reading);
  }

  /** A file of text. */
  static Format text(String name, String file, List<byte[]> seeds, Reading reading) {
    return new Format(name, file, seeds, TextMutations::of, UnaryOperator.identity(), reading);
  }

  /** The same, half of the changes being to what is inside. */
  Format inside(UnaryOperator<byte[]> wrapping) {
    return new Format(name, file, seeds, mutation, wrapping, reading);
  }

  /** A changed file: half of them are changed before they are wrapped, half after it. */
  byte[] input(SplittableRandom random) {
    if (random.nextBoolean()) {
      return wrapping.apply(mutation.of(seeds, random));
    }
    return mutation.of(seeds.stream().map(wrapping).toList(), random);
  }

  @Override
  public String toString() {
    return name;
  }
}
