/** Files from the network that are known by their digest: they are here whole, or not at all. */
@NullMarked
package studio.saddlepoint.core.download;

import org.jspecify.annotations.NullMarked;
