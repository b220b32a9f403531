package io.redress.cases.api;

import io.redress.cases.domain.Condition;
import io.redress.cases.domain.RulingOutcome;
import io.redress.cases.domain.TermsContent;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The terms of a conditional draft, as the contract has validated them. */
record TermsBody(RulingOutcome ifFulfilled, Otherwise otherwise, List<ConditionBody> conditions) {

    record Otherwise(RulingOutcome outcome, Optional<Integer> points) {}

    record ConditionBody(
            Condition.Kind kind,
            Optional<Bodies.Text> text,
            String programmeId,
            String milestoneId,
            OffsetDateTime fulfilBy) {

        TermsContent.Asked asDomain() {
            return new TermsContent.Asked(kind, Bodies.text(text), programmeId, milestoneId, fulfilBy.toInstant());
        }
    }

    TermsContent asDomain() {
        return new TermsContent(
                ifFulfilled,
                otherwise.outcome(),
                otherwise.points(),
                conditions.stream().map(ConditionBody::asDomain).toList());
    }
}
