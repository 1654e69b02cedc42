/** The explorer's tools for style-based generators: style mixing, and the noise of layers. */
@NullMarked
package studio.saddlepoint.app.explore.style;

import org.jspecify.annotations.NullMarked;
