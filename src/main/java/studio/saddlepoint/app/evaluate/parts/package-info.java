/** What the parts of the page share: rows of cards, texts of scores, exports. */
@NullMarked
package studio.saddlepoint.app.evaluate.parts;

import org.jspecify.annotations.NullMarked;
