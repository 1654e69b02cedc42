/** Image files as pixels: one class a kind of picture, within a budget of memory. */
@NullMarked
package studio.saddlepoint.data.decode;

import org.jspecify.annotations.NullMarked;
