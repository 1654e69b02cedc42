/** The kinds of findings, one class each; all stand in {@code Diagnoses.ALL}. */
@NullMarked
package studio.saddlepoint.train.diagnosis.finding;

import org.jspecify.annotations.NullMarked;
