package studio.saddlepoint.model;

import java.util.List;
import studio.saddlepoint.nn.Layer;

/** A trunk that says itself what its stages are, as its children do not tell. */
interface Staged {
  /** Its stages from the pictures on, each with all its layers. */
  List<List<Layer>> stages();
}
