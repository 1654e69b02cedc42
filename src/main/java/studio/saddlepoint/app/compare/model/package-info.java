/** The runs that are compared, and what is asked of them. Knows no controls. */
@NullMarked
package studio.saddlepoint.app.compare.model;

import org.jspecify.annotations.NullMarked;
