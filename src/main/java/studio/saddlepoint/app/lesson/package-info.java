/**
 * Lessons, a page each: methods trained on the same data for the same time and shown side by side,
 * and what scores miss, measured on pictures that are known.
 */
@NullMarked
package studio.saddlepoint.app.lesson;

import org.jspecify.annotations.NullMarked;
