/** The test whether a person tells real pictures from generated ones. */
@NullMarked
package studio.saddlepoint.app.evaluate.human;

import org.jspecify.annotations.NullMarked;
