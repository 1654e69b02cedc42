/** The Train page: recipe form, charts, sample sheets. */
@NullMarked
package studio.saddlepoint.app.train;

import org.jspecify.annotations.NullMarked;
