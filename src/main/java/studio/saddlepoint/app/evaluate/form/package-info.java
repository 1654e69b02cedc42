/** What a person sets before measuring. */
@NullMarked
package studio.saddlepoint.app.evaluate.form;

import org.jspecify.annotations.NullMarked;
