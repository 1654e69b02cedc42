package studio.saddlepoint.torch.script;

/**
 * A method of a {@link ScriptModule} on the way: statements one after the other. Values are told by
 * the names of the variables that hold them, or by any expression.
 */
public final class ScriptMethod {
  private final ScriptModule module;
  private final StringBuilder text = new StringBuilder();
  private int variables;

  ScriptMethod(ScriptModule module, String name, String arguments, String type) {
    this.module = module;
    text.append(
        ScriptText.of(
                "  def %s(self: __torch__.%s, %s) -> %s:\n",
                name, ScriptModule.CLASS, arguments, type)
            .replace(", )", ")"));
  }

  /** Keeps the value of an expression; its variable. */
  public String let(String expression) {
    String name = "x" + ++variables;
    text.append("    ").append(name).append(" = ").append(expression).append('\n');
    return name;
  }

  /** Keeps the first of the values of an expression. */
  private String first(String expression, int count) {
    String name = "x" + ++variables;
    text.append("    ").append(name).append(", ");
    for (int i = 1; i < count; i++) {
      text.append("rest").append(variables).append('_').append(i).append(", ");
    }
    text.append("= ").append(expression).append('\n');
    return name;
  }

  /**
   * Calls an operator of the archive, which becomes a method of the module.
   *
   * @param operator its name there
   * @param arguments numbers as {@link ScriptText#ints} or {@link ScriptText#floats}
   * @return the variable of the result
   */
  public String call(String operator, String... arguments) {
    return let(calling(operator, arguments));
  }

  /** As {@link #call}, of an operator that gives several values; the variable of the first. */
  public String callFirst(int values, String operator, String... arguments) {
    return first(calling(operator, arguments), values);
  }

  private String calling(String operator, String... arguments) {
    module.uses(operator);
    return "(self)." + operator + "(" + String.join(", ", arguments) + ")";
  }

  /** Ends the method with one of two values. */
  public void returnsEither(String condition, String either, String other) {
    String name = "x" + ++variables;
    text.append("    if ").append(condition).append(":\n");
    text.append("      ").append(name).append(" = ").append(either).append('\n');
    text.append("    else:\n");
    text.append("      ").append(name).append(" = ").append(other).append('\n');
    returns(name);
  }

  /** Ends the method. */
  public void returns(String value) {
    text.append("    return ").append(value).append('\n');
    module.add(text.toString());
  }
}
