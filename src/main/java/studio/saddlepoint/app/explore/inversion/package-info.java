/** The explorer's tools for a person's picture: its code, and whether a picture is a memory. */
@NullMarked
package studio.saddlepoint.app.explore.inversion;

import org.jspecify.annotations.NullMarked;
