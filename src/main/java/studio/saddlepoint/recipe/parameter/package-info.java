/**
 * What a value of a recipe is: its one description, its choices, and how it is read and changed.
 */
@NullMarked
package studio.saddlepoint.recipe.parameter;

import org.jspecify.annotations.NullMarked;
