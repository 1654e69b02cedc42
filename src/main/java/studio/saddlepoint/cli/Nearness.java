package studio.saddlepoint.cli;

import java.util.Locale;

/** Whether a word was likely meant to be another one. */
final class Nearness {
    private Nearness() {}

    /**
     * Whether a word is a slip of another: at most a third of its letters wrong, missing, too many
     * or swapped with the next one, or its beginning.
     *
     * @param typed what was typed
     * @param known what it may have been meant to be
     */
    static boolean close(String typed, String known) {
        String a = typed.toLowerCase(Locale.ROOT);
        String b = known.toLowerCase(Locale.ROOT);
        int allowed = Math.max(1, Math.min(a.length(), b.length()) / 3);
        return a.length() > 1 && b.startsWith(a) || distance(a, b) <= allowed;
    }

    /** Letters to change, leave out, insert or swap (optimal string alignment distance). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] =
                        Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
