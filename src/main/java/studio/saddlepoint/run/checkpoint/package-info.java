/** States of a training on disk, as safetensors, and which of them stay. */
@NullMarked
package studio.saddlepoint.run.checkpoint;

import org.jspecify.annotations.NullMarked;
