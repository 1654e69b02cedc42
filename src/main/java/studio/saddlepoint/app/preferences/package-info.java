/** What a person prefers: how the window looks, where runs go, what the program computes with. */
@NullMarked
package studio.saddlepoint.app.preferences;

import org.jspecify.annotations.NullMarked;
