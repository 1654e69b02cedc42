package studio.saddlepoint.app.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.saddlepoint.run.ScoreCard;

/**
 * Scores that may be compared: all made the same way.
 *
 * @param protocol how they were made: extractor, counts, truncation
 * @param rows by step
 */
record ScoreGroup(String protocol, List<ScoreCard> rows) {
    /** The measures in the order of columns. */
    static final List<String> MEASURES = Measure.keys();

    private static final Pattern NAMES = Pattern.compile("^[^(]*\\((.*)$");

    /** Sorts scores into groups; the group with the newest score first. */
    static List<ScoreGroup> of(List<ScoreCard> cards) {
        List<ScoreCard> newest =
                cards.stream().sorted(Comparator.comparing(ScoreCard::time).reversed()).toList();
        Map<String, List<ScoreCard>> groups = new LinkedHashMap<>();
        for (ScoreCard card : newest) {
            groups.computeIfAbsent(protocol(card.how()), key -> new ArrayList<>()).add(card);
        }
        return groups.entrySet().stream()
                .map(
                        each ->
                                new ScoreGroup(
                                        each.getKey(),
                                        each.getValue().stream()
                                                .sorted(Comparator.comparingLong(ScoreCard::step))
                                                .toList()))
                .toList();
    }

    /**
     * What decides whether two numbers may be compared: {@code FID (A; note)} and {@code FID,
     * precision and recall (A)} were made the same way, A.
     */
    static String protocol(String how) {
        Matcher matcher = NAMES.matcher(how);
        if (!matcher.matches()) {
            return how;
        }
        String inner = matcher.group(1);
        int depth = 1;
        for (int i = 0; i < inner.length(); i++) {
            depth += inner.charAt(i) == '(' ? 1 : inner.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return inner.substring(0, i);
            }
        }
        return how;
    }

    /** Whether a person judged, and no network. */
    boolean human() {
        return rows.stream().allMatch(card -> card.values().containsKey("human_error"));
    }

    /** How many steps there are scores of. */
    long steps() {
        return rows.stream().mapToLong(ScoreCard::step).distinct().count();
    }

    /** The measures that at least one row has. */
    List<String> measures() {
        return MEASURES.stream()
                .filter(each -> rows.stream().anyMatch(card -> card.values().containsKey(each)))
                .toList();
    }
}
