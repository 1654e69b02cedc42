/** New runs that go on from a checkpoint of another one. */
@NullMarked
package studio.saddlepoint.run.branch;

import org.jspecify.annotations.NullMarked;
