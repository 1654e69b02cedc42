/**
 * The lab's experiments: what pictures cannot show, in one and two dimensions. Knows no window; the
 * trainings within are those of the layers below.
 */
@NullMarked
package studio.saddlepoint.lab;

import org.jspecify.annotations.NullMarked;
