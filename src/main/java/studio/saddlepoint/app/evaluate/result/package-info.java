/** Scores as they are shown: cards, classes, neighbours, tables. */
@NullMarked
package studio.saddlepoint.app.evaluate.result;

import org.jspecify.annotations.NullMarked;
