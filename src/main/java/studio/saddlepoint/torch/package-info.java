/**
 * What libtorch has and DJL does not hand on. The only package that touches {@code ai.djl.pytorch}.
 */
@NullMarked
package studio.saddlepoint.torch;

import org.jspecify.annotations.NullMarked;
