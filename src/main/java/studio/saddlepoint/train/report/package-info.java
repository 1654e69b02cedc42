/** A run as one HTML file that stands alone. */
@NullMarked
package studio.saddlepoint.train.report;

import org.jspecify.annotations.NullMarked;
