package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.penalty.Facts;
import io.redress.penalties.domain.penalty.LegacyMeasure;
import io.redress.penalties.domain.penalty.ObjectRef;
import io.redress.penalties.domain.rulebook.Assessment;
import io.redress.penalties.domain.rulebook.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A penalty as it is asked for.
 *
 * @param legacy what only an import has
 */
public record Proposal(
        String proposedBy,
        Optional<String> investigationId,
        Optional<String> departmentId,
        Text explanation,
        boolean automatedDetection,
        boolean automatedDecision,
        String territory,
        List<Charge> charges,
        Optional<Legacy> legacy) {

    public Proposal {
        charges = List.copyOf(charges);
    }

    /**
     * One violation as it is asked for.
     *
     * @param unintentional why it was not intended; then it may be cured although it is not the first
     */
    public record Charge(
            Assessment.Request request,
            Instant actTo,
            List<ObjectRef> objects,
            Facts facts,
            Optional<Text> unintentional) {
        public Charge {
            objects = List.copyOf(objects);
        }
    }

    /** A penalty that was in force before Redress knew of it. */
    public record Legacy(String importedBy, Instant inForceAt, List<LegacyMeasure> measures) {
        public Legacy {
            measures = List.copyOf(measures);
        }
    }
}
