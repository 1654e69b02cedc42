/** Layers as DJL Blocks, built on libtorch's operators. */
@NullMarked
package studio.saddlepoint.nn;

import org.jspecify.annotations.NullMarked;
