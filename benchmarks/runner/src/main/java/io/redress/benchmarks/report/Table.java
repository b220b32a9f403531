package io.redress.benchmarks.report;

import io.redress.benchmarks.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows as lines of Markdown that also line up. */
public final class Table {

    private static final List<String> HEAD =
            List.of("job", "unit", "ours", "beside", "its figure", "ours / its (95%)", "demanded", "verdict");

    private Table() {}

    public static String of(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        for (Row row : rows) {
            for (Comparison comparison : row.comparisons()) {
                lines.add(List.of(
                        row.job(),
                        row.unit(),
                        figure(Optional.of(row.ours())),
                        comparison.other(),
                        figure(comparison.value()),
                        comparison.ratio().map(Estimate::toString).orElse("–"),
                        comparison.bounds(),
                        comparison.verdict()));
            }
        }
        int[] widths = new int[HEAD.size()];
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < lines.size(); at++) {
            text.append(line(lines.get(at), widths));
            if (at == 0) {
                text.append(rule(widths));
            }
        }
        return text.toString();
    }

    private static String figure(Optional<Estimate> estimate) {
        return estimate.map(known -> String.format(Locale.ROOT, known.median() < 100 ? "%.1f" : "%.0f", known.median()))
                .orElse("–");
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int column = 0; column < widths.length; column++) {
            line.append(' ').append(cells.get(column));
            line.append(" ".repeat(widths[column] - cells.get(column).length())).append(" |");
        }
        return line.append('\n').toString();
    }

    private static String rule(int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int width : widths) {
            line.append("-".repeat(width + 2)).append('|');
        }
        return line.append('\n').toString();
    }
}
