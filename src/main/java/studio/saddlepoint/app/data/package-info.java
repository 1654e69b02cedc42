/** The page where data sets are brought, looked at and checked. */
@NullMarked
package studio.saddlepoint.app.data;

import org.jspecify.annotations.NullMarked;
