package io.redress.cases.messaging;

import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseEvent;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.EffectLine;
import io.redress.cases.domain.EffectOwner;
import io.redress.cases.domain.Ending;
import io.redress.cases.domain.Ruling;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;

/** The data of each event of a case. Other people's words stay in the case: a reply's or an answer's text is not told. */
final class CasePayloads {

    private CasePayloads() {}

    static JsonObject payload(CaseFile file, CaseEvent event) {
        JsonObject data = new JsonObject()
                .put("caseId", file.id())
                .put("merchantId", file.party().merchantId());
        if (event instanceof CaseEvent.CaseOpened) {
            return opened(data, file);
        }
        if (event instanceof CaseEvent.AdvocateAssigned assigned) {
            return data.put("advocateId", assigned.advocateId());
        }
        if (event instanceof CaseEvent.AdvocateChanged changed) {
            return data.put("advocateId", changed.advocateId())
                    .put("formerAdvocateId", changed.formerAdvocateId())
                    .put("cause", changed.cause().name());
        }
        if (event instanceof CaseEvent.AdvocateReportingMoved moved) {
            moved.reportedTo().ifPresent(before -> data.put("reportedTo", before));
            moved.reportsTo().ifPresent(now -> data.put("reportsTo", now));
            return data.put("advocateId", moved.advocateId()).put("orgVersion", moved.orgVersion());
        }
        if (event instanceof CaseEvent.AdvocateConcentrated concentrated) {
            return data.put("advocateId", concentrated.advocateId())
                    .put("cases", concentrated.cases())
                    .put("ofCases", concentrated.ofCases())
                    .put("abovePercent", concentrated.percent())
                    .put("since", concentrated.since().toString());
        }
        if (event instanceof CaseEvent.BriefFiled filed) {
            return data.put("briefId", filed.briefId())
                    .put("penaltyId", file.penalty().penaltyId())
                    .put("advocateId", filed.advocateId());
        }
        if (event instanceof CaseEvent.CaseClaimed claimed) {
            file.proceedings().answerBy().ifPresent(due -> data.put("answerBy", due.toString()));
            return data.put("adjudicatorId", claimed.adjudicatorId());
        }
        if (event instanceof CaseEvent.AnswerFiled answered) {
            return withAdvocate(data.put("answeredBy", answered.answeredBy()), file);
        }
        if (event instanceof CaseEvent.DraftRulingIssued issued) {
            file.proceedings().answer().ifPresent(answer -> data.put("respondentId", answer.answeredBy()));
            return withAdvocate(data, file)
                    .put("draftId", issued.draft().draftId())
                    .put("outcome", issued.draft().outcome().name())
                    .put("repliesBy", issued.draft().repliesBy().toString());
        }
        if (event instanceof CaseEvent.ReplyFiled replied) {
            return data.put("by", replied.by()).put("side", replied.side().name());
        }
        if (event instanceof CaseEvent.RulingIssued ruled) {
            return ruling(data, file, ruled.ruling());
        }
        if (event instanceof CaseEvent.EffectConfirmed confirmed) {
            return data.put("effectId", confirmed.effectId())
                    .put("result", confirmed.result().name());
        }
        if (event instanceof CaseEvent.EffectOverdue overdue) {
            return data.put("effectId", overdue.effectId())
                    .put("dueAt", overdue.dueAt().toString());
        }
        if (event instanceof CaseEvent.CaseClosed) {
            Ruling ruling = file.proceedings().ruling().orElseThrow();
            return data.put("penaltyId", file.penalty().penaltyId())
                    .put("rulingId", ruling.rulingId())
                    .put("outcome", ruling.outcome().name());
        }
        if (event instanceof CaseEvent.CaseWithdrawn withdrawn) {
            return ended(data, file, withdrawn.ending());
        }
        CaseEvent.CaseInadmissible inadmissible = (CaseEvent.CaseInadmissible) event;
        return ended(data, file, inadmissible.ending());
    }

    /** The owner as contracts name it. */
    static String name(EffectOwner owner) {
        return owner.name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject opened(JsonObject data, CaseFile file) {
        return data.put("kind", file.kind().name())
                .put("shopId", file.party().shopId())
                .put("penaltyId", file.penalty().penaltyId())
                .put("openedBy", file.opening().openedBy())
                .put("ownMotion", file.opening().ownMotion())
                .put("language", file.party().language())
                .put("openedAt", file.opening().openedAt().toString());
    }

    private static JsonObject ruling(JsonObject data, CaseFile file, Ruling ruling) {
        JsonArray violations = new JsonArray();
        ruling.violations()
                .forEach(violation -> violations.add(new JsonObject()
                        .put("violationId", violation.violationId())
                        .put("outcome", violation.outcome().name())
                        .put("reasons", text(violation.reasons()))));
        JsonArray effects = new JsonArray();
        file.proceedings().effects().forEach(line -> effects.add(effect(line)));
        return withAdvocate(data, file)
                .put("rulingId", ruling.rulingId())
                .put("draftId", ruling.draftId())
                .put("kind", file.kind().name())
                .put("shopId", file.party().shopId())
                .put("penaltyId", file.penalty().penaltyId())
                .put("outcome", ruling.outcome().name())
                .put("violations", violations)
                .put("effects", effects)
                .put("adjudicatorId", ruling.ruledBy())
                .put("ruledAt", ruling.ruledAt().toString());
    }

    private static JsonObject effect(EffectLine line) {
        JsonObject target = new JsonObject();
        line.target().points().ifPresent(points -> target.put("points", points));
        line.target().state().ifPresent(state -> target.put("state", state));
        line.target().amount().ifPresent(amount -> target.put("amountMinor", Long.toString(amount.amountMinor()))
                .put("currency", amount.currency()));
        return new JsonObject()
                .put("effectId", line.effectId())
                .put("owner", name(line.owner()))
                .put("kind", line.kind().name())
                .put("subject", line.subject())
                .put("target", target);
    }

    private static JsonObject ended(JsonObject data, CaseFile file, Ending ending) {
        Optional<BilingualText> reasons = ending.reasons();
        reasons.ifPresent(text -> data.put("reasons", text(text)));
        return data.put("penaltyId", file.penalty().penaltyId())
                .put("by", ending.by())
                .put("counted", ending.counted());
    }

    private static JsonObject withAdvocate(JsonObject data, CaseFile file) {
        file.people().advocateId().ifPresent(advocate -> data.put("advocateId", advocate));
        return data;
    }

    private static JsonObject text(BilingualText text) {
        return new JsonObject().put("zh", text.zh()).put("en", text.en());
    }
}
