package io.redress.cases.client;

import io.redress.cases.domain.Condition;
import io.redress.cases.domain.Deliberation.DraftContent;
import io.redress.cases.domain.TermsContent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What penalty-service is asked about a draft. */
final class Questions {

    private Questions() {}

    /** Of a conditional draft: its conditions fulfilled, and whether these milestones are such that they can be. */
    static JsonObject asDecided(DraftContent content) {
        JsonObject question = question(content.decided().name(), content.points());
        if (!content.measuresLifted().isEmpty()) {
            question.put("measuresLifted", new JsonArray(content.measuresLifted()));
        }
        content.terms()
                .ifPresent(terms -> question.put("dependsOn", new JsonObject().put("conditions", conditions(terms))));
        return question;
    }

    /** A condition has lapsed. */
    static JsonObject otherwise(TermsContent terms) {
        return question(terms.otherwise().name(), terms.otherwisePoints());
    }

    private static JsonObject question(String outcome, Optional<Integer> points) {
        JsonObject question = new JsonObject().put("outcome", outcome);
        points.ifPresent(left -> question.put("points", left));
        return question;
    }

    private static JsonArray conditions(TermsContent terms) {
        JsonArray conditions = new JsonArray();
        terms.conditions()
                .forEach(asked -> conditions.add(new JsonObject()
                        .put("programmeId", asked.programmeId())
                        .put("milestoneId", asked.milestoneId())
                        .put("purpose", purpose(asked.kind()))
                        .put("fulfilBy", asked.fulfilBy().toString())));
        return conditions;
    }

    private static String purpose(Condition.Kind kind) {
        return switch (kind) {
            case CONDITION -> "CONDITIONAL_RULING";
            case UNDERTAKING -> "UNDERTAKING";
        };
    }
}
