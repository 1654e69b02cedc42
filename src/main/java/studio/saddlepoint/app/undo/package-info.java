/** What can be taken back and made again. */
@NullMarked
package studio.saddlepoint.app.undo;

import org.jspecify.annotations.NullMarked;
