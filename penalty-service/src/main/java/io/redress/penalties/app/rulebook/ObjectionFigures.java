package io.redress.penalties.app.rulebook;

import java.util.List;
import java.util.Optional;

/**
 * How many objections a draft has, and who stands behind them.
 *
 * @param clauses those about one clause each, by its id; last those about the rules as a whole
 */
public record ObjectionFigures(Figure total, List<Figure> clauses) {

    public ObjectionFigures {
        clauses = List.copyOf(clauses);
    }

    /**
     * Some of the objections.
     *
     * @param alone those behind which one merchant stands
     * @param jointly those behind which several stand
     * @param merchants that stand behind one or more of them
     */
    public record Figure(
            Optional<String> clauseId,
            long objections,
            long open,
            long answered,
            long withdrawn,
            long alone,
            long jointly,
            long merchants) {}
}
