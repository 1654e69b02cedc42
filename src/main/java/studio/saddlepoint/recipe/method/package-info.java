/** The settings of the method: its loss, and what is added to a step. */
@NullMarked
package studio.saddlepoint.recipe.method;

import org.jspecify.annotations.NullMarked;
