/** What every layer may use: progress, user-facing errors, the program's folders. */
@NullMarked
package studio.saddlepoint.core;

import org.jspecify.annotations.NullMarked;
