package studio.saddlepoint.metrics.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.metrics.RealismScores;

/**
 * The realism of each picture of an evaluation, as it is kept.
 *
 * @param scores of all pictures
 * @param most which ones are in the first row of the sheet: the most real ones
 * @param least which ones are in the second row: the least real ones
 */
record RealismRecord(double[] scores, List<Integer> most, List<Integer> least) {
  /** Keeps the pictures in a sheet, where they are alike enough to fill one. */
  static RealismRecord save(Path sheet, RealismScores realism) {
    List<Picture> pictures =
        Stream.concat(realism.most().stream(), realism.least().stream())
            .map(RealismScores.Scored::picture)
            .toList();
    if (!PictureSheet.fits(pictures) || realism.most().size() != realism.least().size()) {
      return new RealismRecord(realism.scores(), List.of(), List.of());
    }
    PictureSheet.save(sheet, pictures, realism.most().size());
    return new RealismRecord(realism.scores(), indices(realism.most()), indices(realism.least()));
  }

  private static List<Integer> indices(List<RealismScores.Scored> scored) {
    return scored.stream().map(RealismScores.Scored::index).toList();
  }

  /**
   * The scores with the pictures of the sheet, as far as there is one.
   *
   * @throws IOException if the sheet cannot be read
   */
  RealismScores read(Path sheet) throws IOException {
    List<String> numbers = IntStream.range(0, scores.length).mapToObj(Integer::toString).toList();
    int columns = most.size();
    if (columns == 0 || !Files.exists(sheet)) {
      return new RealismScores(scores, numbers, List.of(), List.of());
    }
    List<Picture> pictures = PictureSheet.load(sheet, columns, 2);
    return new RealismScores(
        scores,
        numbers,
        scored(most, pictures.subList(0, columns)),
        scored(least, pictures.subList(columns, 2 * columns)));
  }

  private List<RealismScores.Scored> scored(List<Integer> indices, List<Picture> pictures) {
    return IntStream.range(0, indices.size())
        .mapToObj(
            i -> new RealismScores.Scored(indices.get(i), pictures.get(i), scores[indices.get(i)]))
        .toList();
  }
}
