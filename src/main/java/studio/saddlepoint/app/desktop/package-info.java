/** What a person is told while the window is not looked at. */
@NullMarked
package studio.saddlepoint.app.desktop;

import org.jspecify.annotations.NullMarked;
