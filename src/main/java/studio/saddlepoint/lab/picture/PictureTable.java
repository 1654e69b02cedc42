package studio.saddlepoint.lab.picture;

import java.util.List;
import java.util.Map;
import studio.saddlepoint.data.ImageShape;

/**
 * A picture with all its changes by all amounts.
 *
 * @param shape of all pictures
 * @param original (C, H, W), unsigned bytes
 * @param other another picture of the data set, likewise
 * @param ofOther how far that one is
 * @param changed of each change the pictures from amount 0 to amount 1
 * @param extractor what made the features, for a person
 */
public record PictureTable(
    ImageShape shape,
    byte[] original,
    byte[] other,
    Distances ofOther,
    Map<PictureChange, List<Changed>> changed,
    String extractor) {
  /** How many amounts there are beside 0. */
  public static final int STEPS = 16;

  /**
   * How far a picture is from the original, where 1 is as far as two pictures of the data set are
   * from each other on the average.
   *
   * @param pixels by the Euclidean distance of pixels
   * @param features by the Euclidean distance of features
   */
  public record Distances(double pixels, double features) {}

  /**
   * A changed picture.
   *
   * @param picture (C, H, W), unsigned bytes
   * @param distances how far it is from the original
   */
  public record Changed(byte[] picture, Distances distances) {}

  /** A changed picture by the number of its amount, 0 to {@link #STEPS}. */
  public Changed of(PictureChange change, int step) {
    return changed.getOrDefault(change, List.of()).get(step);
  }
}
