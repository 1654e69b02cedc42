/** What is seen first: the engine's start, recipes and earlier runs. */
@NullMarked
package studio.saddlepoint.app.start;

import org.jspecify.annotations.NullMarked;
