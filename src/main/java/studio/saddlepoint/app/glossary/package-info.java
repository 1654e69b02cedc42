/** What the field's words mean, one click from where they stand. */
@NullMarked
package studio.saddlepoint.app.glossary;

import org.jspecify.annotations.NullMarked;
