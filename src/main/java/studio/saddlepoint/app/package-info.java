/** The JavaFX window: its frame, the model behind it, background work, settings. */
@NullMarked
package studio.saddlepoint.app;

import org.jspecify.annotations.NullMarked;
