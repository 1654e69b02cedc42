/** The sample sheets of several runs in step. */
@NullMarked
package studio.saddlepoint.app.compare.sheet;

import org.jspecify.annotations.NullMarked;
