package org.osteocohort.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.CodeMatch;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.CodeSets;

/**
 * Tells why a code means what it means. It asks the matching itself about one and two rows at a time, so that the
 * explanation cannot differ from what a run does.
 */
final class CodeExplanation {
    private CodeExplanation() {}

    /** One line for the code, one for each row that reaches it. */
    static List<String> lines(List<CodeRow> rows, CodeKey code) {
        List<String> lines = new ArrayList<>();
        List<CodeRow> winners = new CodeSets(rows).match(code);
        lines.add(code.vocabulary() + " " + code.code() + (winners.isEmpty() ? ": no row speaks for this code" : ""));
        winners.forEach(row -> lines.add(line("speaks", row)));
        for (CodeRow row : rows) {
            if (!reaches(row, code) || winners.contains(row)) {
                continue;
            }
            if (row.active()) {
                lines.add(line("lost", row) + ", " + reason(row, winners, code));
            } else {
                lines.add(line("off", row) + ", switched off in the file");
            }
        }
        return lines;
    }

    /** Whether the row would speak for the code if it were active and alone. */
    private static boolean reaches(CodeRow row, CodeKey code) {
        CodeRow active = new CodeRow(
                row.item(),
                row.role(),
                row.key(),
                row.match(),
                true,
                row.description(),
                row.verified(),
                row.source(),
                row.file(),
                row.line());
        return !new CodeSets(List.of(active)).match(code).isEmpty();
    }

    private static String reason(CodeRow loser, List<CodeRow> winners, CodeKey code) {
        for (CodeRow winner : winners) {
            if (new CodeSets(List.of(loser, winner)).match(code).equals(List.of(winner))) {
                return reason(loser, winner);
            }
        }
        throw new IllegalStateException("a row lost to no other: " + loser.place());
    }

    private static String reason(CodeRow loser, CodeRow winner) {
        boolean hierarchy = loser.match() == CodeMatch.DESCENDANTS || winner.match() == CodeMatch.DESCENDANTS;
        if (!hierarchy && winner.key().code().length() > loser.key().code().length()) {
            return "the longer " + winner.key().code() + " in " + winner.place() + " wins";
        }
        if (winner.role() != loser.role()) {
            return "the role " + winner.role().label() + " in " + winner.place() + " goes first";
        }
        return "the same in " + winner.place() + " comes first";
    }

    private static String line(String label, CodeRow row) {
        String match = row.match().name().toLowerCase(Locale.ROOT);
        return String.format(
                Locale.ROOT,
                "  %-8s%s as %s (%s %s, %s)",
                label,
                row.item(),
                row.role().label(),
                match,
                row.key().code(),
                row.place());
    }
}
