package studio.saddlepoint.app.evaluate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.saddlepoint.metrics.Warning;

/**
 * What of an evaluation's notes concerns one number: how it was made, and what to bear in mind.
 *
 * @param how how all numbers were made, such as {@code FID, precision and recall k=3 (Strokes
 *     classifier, 2,048 vs train, trunc none)}
 * @param warnings what to bear in mind
 */
record CardNotes(String how, List<Warning> warnings) {
    private static final String SEPARATOR = "  ·  ";

    /**
     * How one number was made, as short as a card needs it: {@code k=3 · 2,048 vs train}. Empty
     * where it is not told.
     */
    String made(Measure measure) {
        String counts =
                switch (measure) {
                    // Real pictures are not looked at.
                    case PPL_Z, PPL_W -> "";
                    case INCEPTION_SCORE -> counts().replaceFirst(" vs .*", " samples");
                    default -> counts();
                };
        return Stream.of(detail(measure), counts)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(SEPARATOR));
    }

    /** How one number was made, to be quoted: {@code FID (Strokes classifier, 2,048 vs train)}. */
    String quote(Measure measure) {
        String part = part(measure);
        return part.isEmpty() ? how : part + " (" + ScoreGroup.protocol(how) + ")";
    }

    /** What to bear in mind of one number. */
    List<Warning> warnings(Measure measure) {
        return warnings.stream().filter(each -> concerns(each, measure)).toList();
    }

    /** A warning in a few words: what comes before its colon. */
    static String brief(String warning) {
        int colon = warning.indexOf(": ");
        return colon < 0 ? warning : warning.substring(0, colon);
    }

    private static boolean concerns(Warning warning, Measure measure) {
        return warning.about().stream().anyMatch(each -> each.valueNames().contains(measure.key()));
    }

    /** The part of the names before the bracket that is this measure's. */
    private String part(Measure measure) {
        int bracket = how.indexOf(" (");
        String made = measure.made();
        return bracket < 0 || made.isEmpty()
                ? ""
                : Stream.of(how.substring(0, bracket).split(", "))
                        .filter(each -> each.equals(made) || each.startsWith(made + " "))
                        .findFirst()
                        .orElse("");
    }

    private String detail(Measure measure) {
        String part = part(measure);
        return part.isEmpty() ? "" : part.substring(measure.made().length()).strip();
    }

    private String counts() {
        return Stream.of(ScoreGroup.protocol(how).split(", "))
                .filter(each -> each.contains(" vs "))
                .findFirst()
                .orElse("");
    }
}
