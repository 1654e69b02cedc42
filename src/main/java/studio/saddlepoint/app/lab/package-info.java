/** The page of experiments in one and two dimensions. */
@NullMarked
package studio.saddlepoint.app.lab;

import org.jspecify.annotations.NullMarked;
