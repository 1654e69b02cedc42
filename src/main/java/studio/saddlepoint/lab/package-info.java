/**
 * The lab's experiments: what pictures cannot show, in one and two dimensions and inside a run's
 * networks. Knows no window; the trainings and networks are those of the layers below.
 */
@NullMarked
package studio.saddlepoint.lab;

import org.jspecify.annotations.NullMarked;
