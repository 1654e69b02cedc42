/** What can be done with a run besides training it: rename, duplicate, show, delete. */
@NullMarked
package studio.saddlepoint.app.runs;

import org.jspecify.annotations.NullMarked;
