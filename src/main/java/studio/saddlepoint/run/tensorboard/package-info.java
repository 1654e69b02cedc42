/** Event files as TensorBoard reads them: written of a run, and read where others wrote them. */
@NullMarked
package studio.saddlepoint.run.tensorboard;

import org.jspecify.annotations.NullMarked;
