/** The window's keys: one table that they are handled by, told from and listed from. */
@NullMarked
package studio.saddlepoint.app.keys;

import org.jspecify.annotations.NullMarked;
