/**
 * Where images come from: a person's files of every known form, and the opening of any data set.
 */
@NullMarked
package studio.saddlepoint.data.source;

import org.jspecify.annotations.NullMarked;
