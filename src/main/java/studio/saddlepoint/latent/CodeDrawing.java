package studio.saddlepoint.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;

/** Draws pictures of points, in whatever space their codes are. */
public final class CodeDrawing {
  private CodeDrawing() {}

  /**
   * Draws a picture for each point.
   *
   * @param snapshot with the truncation in w, the shifts and the noise to draw with
   * @param points codes in z or w
   * @param labels one class for each; not used where the generator is not conditional
   * @param threshold truncation of everything that is drawn in z, above 0; infinite for none
   */
  public static List<Picture> draw(
      Snapshot snapshot, List<LatentPoint> points, int[] labels, double threshold) {
    if (points.stream().noneMatch(LatentPoint::inW)) {
      int size = snapshot.latent().size();
      return snapshot.render(
          points.stream().map(point -> point.code(size, threshold)).toArray(float[][]::new),
          labels,
          threshold);
    }
    float[] pixels =
        snapshot.synthesize(codes(snapshot, points, labels, threshold), labels, threshold);
    List<Picture> pictures = new ArrayList<>(points.size());
    for (int i = 0; i < points.size(); i++) {
      pictures.add(PictureConversion.of(pixels, i, snapshot.shape()));
    }
    return pictures;
  }

  /**
   * A point with shifts worked in: in z where they and it are in z, otherwise in w.
   *
   * @param snapshot of the generator that the code is for; its own truncation and shifts do not
   *     count
   * @param label its class
   * @param threshold truncation of everything that is drawn in z, above 0; infinite for none
   * @throws StudioException if a shift in z is asked of a code in w
   */
  public static LatentPoint shifted(
      Snapshot snapshot, LatentPoint point, int label, double threshold, List<Shift> shifts) {
    List<Shift> inZ = shifts.stream().filter(shift -> shift.space() == Space.Z).toList();
    List<Shift> inW = shifts.stream().filter(shift -> shift.space() == Space.W).toList();
    if (shifts.isEmpty()) {
      return point;
    }
    if (point.inW() && !inZ.isEmpty()) {
      throw new StudioException(
          "A direction in z cannot shift a code in w, which has no code z. Take a code by a seed.");
    }
    ToW half = snapshot.half(label);
    float[] w;
    if (point.inW()) {
      w = point.w(half, threshold);
    } else {
      float[] z = point.code(half.sizes().z(), threshold).clone();
      inZ.forEach(shift -> shift.move(z));
      if (inW.isEmpty()) {
        return new LatentPoint.Given(LatentPoint.Given.numbers(z));
      }
      w = half.map(z);
    }
    inW.forEach(shift -> shift.move(w, half.sizes().w()));
    return new CodeInW(LatentPoint.Given.numbers(w));
  }

  /**
   * The codes in w that pictures are made from: truncated and shifted as the snapshot is.
   *
   * @param points codes in z or w
   * @param labels one class for each
   * @param threshold truncation of everything that is drawn in z, above 0; infinite for none
   * @return one {@code (L D)} or {@code (D)} for each
   */
  public static float[][] codes(
      Snapshot snapshot, List<LatentPoint> points, int[] labels, double threshold) {
    float[][] w = new float[points.size()][];
    float[][] z =
        points.stream()
            .filter(point -> !point.inW())
            .map(point -> point.code(snapshot.latent().size(), threshold))
            .toArray(float[][]::new);
    int[] ofZ = IntStream.range(0, w.length).filter(i -> !points.get(i).inW()).toArray();
    float[][] mapped = snapshot.map(z, IntStream.of(ofZ).map(i -> labels[i]).toArray());
    for (int i = 0; i < ofZ.length; i++) {
      w[ofZ[i]] = mapped[i];
    }
    int[] ofW = IntStream.range(0, w.length).filter(i -> points.get(i).inW()).toArray();
    float[][] plain =
        IntStream.of(ofW)
            .mapToObj(i -> points.get(i).w(snapshot.half(labels[i]), threshold))
            .toArray(float[][]::new);
    float[][] finished = snapshot.finish(plain, IntStream.of(ofW).map(i -> labels[i]).toArray());
    for (int i = 0; i < ofW.length; i++) {
      w[ofW[i]] = finished[i];
    }
    return w;
  }
}
