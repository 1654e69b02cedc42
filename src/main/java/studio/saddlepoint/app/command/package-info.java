/** What the window does as command lines that do it again. */
@NullMarked
package studio.saddlepoint.app.command;

import org.jspecify.annotations.NullMarked;
