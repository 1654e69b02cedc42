package studio.saddlepoint.recipe.parameter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The one description of a hyper-parameter, beside the record component it describes. The form in
 * the window, the command line, the JSON reader and the documentation are made from it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Parameter {
  /** What a person calls it. */
  String label();

  /** One line that says what it does and when to change it. */
  String help();

  /** The default, as written in JSON. */
  String value();

  /** The smallest value allowed (numbers). */
  double min() default Double.NEGATIVE_INFINITY;

  /** The largest value allowed (numbers). */
  double max() default Double.POSITIVE_INFINITY;

  /** The unit, or nothing. */
  String unit() default "";

  /** Whether it may change while training; it then takes effect at the next step. */
  boolean live() default false;

  /**
   * The only values allowed, as written in JSON (texts and numbers; the values of an enum are known
   * anyway).
   */
  String[] choices() default {};

  /** Whether a beginner's form leaves it out. */
  boolean advanced() default false;
}
