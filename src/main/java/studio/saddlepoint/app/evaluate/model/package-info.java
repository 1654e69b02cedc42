/**
 * What the page works on: what is to be measured, what it costs, what is running and what was
 * found. Knows no controls.
 */
@NullMarked
package studio.saddlepoint.app.evaluate.model;

import org.jspecify.annotations.NullMarked;
