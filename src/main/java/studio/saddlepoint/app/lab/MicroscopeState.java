package studio.saddlepoint.app.lab;

import studio.saddlepoint.lab.microscope.LayerInfo.Kind;
import studio.saddlepoint.lab.microscope.Side;
import studio.saddlepoint.lab.microscope.UnitPlace;

/**
 * What is looked at by the microscope, of whichever run.
 *
 * @param side the network
 * @param layer its index; where {@link #seeks} says so, not known yet
 * @param sought the kind of the layer that is sought, the first of which is taken
 * @param seeks whether that is so
 * @param unit of the layer
 * @param picture of the batch at which the unit is looked at
 * @param beside what is seen beside the layer
 */
record MicroscopeState(
    Side side, int layer, Kind sought, boolean seeks, UnitPlace unit, int picture, Beside beside) {
  static final MicroscopeState DEFAULT =
      new MicroscopeState(Side.REAL, 0, Kind.WEIGHTS, false, UnitPlace.MIDDLE, 0, Beside.FIELD);

  /** What is seen beside a layer. */
  enum Beside {
    /** The pixels that a unit has to do with. */
    FIELD,
    /** Pictures by running statistics and by the batch's. */
    NORM,
    /** Kinds of upsampling. */
    ENLARGING
  }

  MicroscopeState at(int index) {
    return new MicroscopeState(side, Math.max(0, index), sought, false, unit, picture, beside);
  }

  MicroscopeState seeking(Kind kind) {
    return new MicroscopeState(side, 0, kind, true, unit, picture, beside);
  }

  MicroscopeState of(Side other) {
    return new MicroscopeState(other, layer, sought, seeks, unit, picture, beside);
  }

  MicroscopeState with(UnitPlace other) {
    return new MicroscopeState(side, layer, sought, seeks, other, picture, beside);
  }

  MicroscopeState onPicture(int index) {
    return new MicroscopeState(side, layer, sought, seeks, unit, Math.max(0, index), beside);
  }

  MicroscopeState with(Beside other) {
    return new MicroscopeState(side, layer, sought, seeks, unit, picture, other);
  }
}
