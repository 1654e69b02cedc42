package studio.saddlepoint.golden;

import java.util.Arrays;

/**
 * An array of a golden case.
 *
 * @param shape as stored; scalars have {@code (1)}
 * @param values in C order; float32 and int64 values as doubles
 * @param whole whether it is stored as int64
 */
record GoldenArray(long[] shape, double[] values, boolean whole) {
  float[] floats() {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  long[] longs() {
    return Arrays.stream(values).mapToLong(value -> (long) value).toArray();
  }
}
