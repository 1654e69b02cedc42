package studio.saddlepoint.app;

import studio.saddlepoint.core.Escapes;

/**
 * A short message to the person, shown for a while over the page.
 *
 * @param kind how serious it is
 * @param text one or two sentences
 */
public record Notice(Kind kind, String text) {
    /** Calls hyper-parameters as the form does, and escapes what would break or turn the text. */
    public Notice {
        text = Escapes.lines(ParameterNames.put(text));
    }

    /** How serious a notice is. */
    public enum Kind {
        INFO,
        SUCCESS,
        PROBLEM
    }

    /** Something to know. */
    public static Notice info(String text) {
        return new Notice(Kind.INFO, text);
    }

    /** Something is done. */
    public static Notice success(String text) {
        return new Notice(Kind.SUCCESS, text);
    }

    /** Something went wrong. */
    public static Notice problem(String text) {
        return new Notice(Kind.PROBLEM, text);
    }

    /** What was thrown, in words. */
    public static Notice problem(Throwable thrown) {
        return problem(Problems.describe(thrown));
    }
}
