/** What decides a training, as values: recipes, their hyper-parameters and their JSON. */
@NullMarked
package studio.saddlepoint.recipe;

import org.jspecify.annotations.NullMarked;
