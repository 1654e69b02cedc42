/** One code through a training: its pictures by all kept weights, and when they changed. */
@NullMarked
package studio.saddlepoint.app.explore.time;

import org.jspecify.annotations.NullMarked;
