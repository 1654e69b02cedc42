/** Lessons: recipes trained on the same data for the same time, and shown side by side. */
@NullMarked
package studio.saddlepoint.app.lesson;

import org.jspecify.annotations.NullMarked;
