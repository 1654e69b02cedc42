/** The settings of the networks: their architecture, layers and optimizers. */
@NullMarked
package studio.saddlepoint.recipe.network;

import org.jspecify.annotations.NullMarked;
