package io.redress.cases.messaging;

import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseEvent;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Draft;
import io.redress.cases.domain.EffectLine;
import io.redress.cases.domain.EffectOwner;
import io.redress.cases.domain.Ending;
import io.redress.cases.domain.Ruling;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
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
        if (event instanceof CaseEvent.NoAdvocateFree wanted) {
            wanted.absentId().ifPresent(absent -> data.put("absentId", absent));
            wanted.headId().ifPresent(head -> data.put("headId", head));
            return data;
        }
        if (event instanceof CaseEvent.BriefFiled filed) {
            return withPenalty(PrecedentPayloads.brief(data.put("briefId", filed.briefId()), file, filed), file)
                    .put("advocateId", filed.advocateId());
        }
        if (event instanceof CaseEvent.RequirementChanged changed) {
            return withAdvocate(data, file)
                    .put("requirementId", changed.requirement().id())
                    .put("state", changed.requirement().state().name());
        }
        if (event instanceof CaseEvent.CaseClaimed claimed) {
            file.proceedings().answerBy().ifPresent(due -> data.put("answerBy", due.toString()));
            claimed.headId().ifPresent(head -> data.put("headId", head));
            return data.put("adjudicatorId", claimed.adjudicatorId());
        }
        if (event instanceof CaseEvent.AdjudicatorChanged changed) {
            return AdjudicatorPayloads.changed(data, file, changed);
        }
        if (event instanceof CaseEvent.CaseMoved moved) {
            return AdjudicatorPayloads.moved(data, moved);
        }
        if (event instanceof CaseEvent.AnswerFiled answered) {
            return ArguedPayloads.answered(withAdvocate(data, file), file, answered);
        }
        if (event instanceof CaseEvent.DraftRulingIssued issued) {
            file.proceedings().answer().ifPresent(answer -> data.put("respondentId", answer.answeredBy()));
            issued.headId().ifPresent(head -> data.put("headId", head));
            return withAdvocate(PrecedentPayloads.answers(answered(data, file), issued.draft()), file)
                    .put("kind", file.kind().name())
                    .put("draftId", issued.draft().draftId())
                    .put("outcome", issued.draft().outcome().name())
                    .put("repliesBy", issued.draft().repliesBy().toString());
        }
        if (event instanceof CaseEvent.ReplyFiled replied) {
            return ArguedPayloads.replied(withAdvocate(data, file), file, replied);
        }
        if (event instanceof CaseEvent.RulingIssued ruled) {
            return ruling(PrecedentPayloads.files(data, ruled.files()), file, ruled.ruling());
        }
        if (event instanceof CaseEvent.ShopTransferOrdered ordered) {
            ordered.again()
                    .ifPresent(again -> data.put(
                            "again", new JsonObject().put("by", again.by()).put("reasons", text(again.reasons()))));
            return data.put("rulingId", ordered.rulingId())
                    .put("effectId", ordered.line().effectId())
                    .put("shopId", ordered.line().subject())
                    .put("ownerId", ordered.line().target().ownerId().orElseThrow());
        }
        if (event instanceof CaseEvent.ConditionFulfilled fulfilled) {
            return ConditionPayloads.fulfilled(data, fulfilled);
        }
        if (event instanceof CaseEvent.ConditionalRulingFulfilled) {
            return ConditionPayloads.settled(data, file);
        }
        if (event instanceof CaseEvent.ConditionalRulingLapsed lapsed) {
            return ConditionPayloads.lapsed(data, file, lapsed.condition());
        }
        if (event instanceof CaseEvent.EffectConfirmed confirmed) {
            confirmed.byHand().ifPresent(byHand -> data.put("byHand", byHand(byHand)));
            return data.put("effectId", confirmed.effectId())
                    .put("result", confirmed.result().name());
        }
        if (event instanceof CaseEvent.EffectSettlementProposed proposed) {
            return data.put("effectId", proposed.settlement().effectId())
                    .put("result", proposed.settlement().result().name())
                    .put("reasons", text(proposed.settlement().reasons()))
                    .put("proposedBy", proposed.settlement().proposedBy());
        }
        if (event instanceof CaseEvent.EffectOverdue overdue) {
            return overdue(withAdvocate(data, file), file, overdue);
        }
        if (event instanceof CaseEvent.CaseClosed) {
            Ruling ruling = file.proceedings().ruling().orElseThrow();
            return withPenalty(data, file)
                    .put("kind", file.kind().name())
                    .put("rulingId", ruling.rulingId())
                    .put("outcome", ruling.outcome().name());
        }
        if (event instanceof CaseEvent.CaseReopeningProposed proposed) {
            return ReopeningPayloads.proposed(data, file, proposed);
        }
        if (event instanceof CaseEvent.CaseReopened reopened) {
            return ReopeningPayloads.decided(data, file, reopened.reopening(), reopened.requestId())
                    .put("adjudicatorId", file.people().adjudicatorId().orElseThrow());
        }
        if (event instanceof CaseEvent.CaseReopeningRefused refused) {
            return ReopeningPayloads.decided(data, file, refused.reopening(), refused.requestId());
        }
        if (event instanceof CaseEvent.ReopeningRequested asked) {
            return ReopeningPayloads.requested(data, file, asked);
        }
        if (event instanceof CaseEvent.ReopeningRequestRefused refused) {
            return ReopeningPayloads.refused(data, file, refused.request());
        }
        if (event instanceof CaseEvent.ReopeningRequestOverdue late) {
            return ReopeningPayloads.overdue(data, file, late);
        }
        if (event instanceof CaseEvent.CaseContinued continued) {
            return ReopeningPayloads.matter(data, file)
                    .put("advocateId", continued.advocateId())
                    .put("status", file.status().name());
        }
        if (event instanceof CaseEvent.CaseJoined joined) {
            return HearingPayloads.joined(data, file, joined.group());
        }
        if (event instanceof CaseEvent.CaseLeft left) {
            return HearingPayloads.left(data, file, left.departure());
        }
        if (event instanceof CaseEvent.CaseWithdrawn withdrawn) {
            return ended(data, file, withdrawn.ending());
        }
        CaseEvent.CaseInadmissible inadmissible = (CaseEvent.CaseInadmissible) event;
        return ended(data, file, inadmissible.ending());
    }

    private static JsonObject overdue(JsonObject data, CaseFile file, CaseEvent.EffectOverdue overdue) {
        file.proceedings().effects().stream()
                .filter(line -> line.effectId().equals(overdue.effectId()))
                .forEach(line -> data.put("effectOwner", name(line.owner()))
                        .put("effectKind", line.kind().name())
                        .put("state", line.state().name()));
        return data.put("effectId", overdue.effectId())
                .put("dueAt", overdue.dueAt().toString());
    }

    private static JsonObject byHand(CaseEvent.ByHand byHand) {
        return new JsonObject()
                .put("reasons", text(byHand.settlement().reasons()))
                .put("proposedBy", byHand.settlement().proposedBy())
                .put("confirmedBy", byHand.confirmedBy());
    }

    /** The owner as contracts name it. */
    static String name(EffectOwner owner) {
        return owner.name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject opened(JsonObject data, CaseFile file) {
        file.opening().lateBecause().ifPresent(cause -> data.put("late", true));
        file.opening().right().ifPresent(right -> data.put("openedAs", right.name()));
        return withPenalty(data, file)
                .put("kind", file.kind().name())
                .put("shopId", file.party().shopId())
                .put("openedBy", file.opening().openedBy())
                .put("ownMotion", file.opening().ownMotion())
                .put("language", file.party().language())
                .put("openedAt", file.opening().openedAt().toString());
    }

    /** Says so where the case went on without the department's answer. */
    private static JsonObject answered(JsonObject data, CaseFile file) {
        return file.proceedings().answer().isPresent() ? data : data.put("unanswered", true);
    }

    private static JsonObject ruling(JsonObject data, CaseFile file, Ruling ruling) {
        Draft draft = file.proceedings().draft().orElseThrow();
        draft.terms().ifPresent(terms -> data.mergeIn(ConditionPayloads.terms(terms, draft.effects())));
        List<EffectLine> ordered =
                draft.terms().isPresent() ? List.of() : file.proceedings().effects();
        return withPenalty(withAdvocate(PrecedentPayloads.answers(answered(data, file), draft), file), file)
                .put("rulingId", ruling.rulingId())
                .put("draftId", ruling.draftId())
                .put("kind", file.kind().name())
                .put("shopId", file.party().shopId())
                .put("outcome", ruling.outcome().name())
                .put("violations", PrecedentPayloads.reasons(ruling.violations(), draft.earlier()))
                .put("effects", effects(ordered))
                .put("adjudicatorId", ruling.ruledBy())
                .put("ruledAt", ruling.ruledAt().toString());
    }

    static JsonArray effects(List<EffectLine> lines) {
        JsonArray effects = new JsonArray();
        lines.forEach(line -> effects.add(effect(line)));
        return effects;
    }

    private static JsonObject effect(EffectLine line) {
        JsonObject target = new JsonObject();
        line.target().points().ifPresent(points -> target.put("points", points));
        line.target().state().ifPresent(state -> target.put("state", state));
        line.target().measureKind().ifPresent(kind -> target.put("measureKind", kind));
        line.target().amount().ifPresent(amount -> target.put("amountMinor", Long.toString(amount.amountMinor()))
                .put("currency", amount.currency()));
        line.target().ownerId().ifPresent(owner -> target.put("ownerId", owner));
        if (line.target().byRuling()) {
            target.put("byRuling", true);
        }
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
        return withPenalty(data, file).put("by", ending.by()).put("counted", ending.counted());
    }

    static JsonObject withPenalty(JsonObject data, CaseFile file) {
        file.penaltyId().ifPresent(penaltyId -> data.put("penaltyId", penaltyId));
        return data;
    }

    static JsonObject withAdvocate(JsonObject data, CaseFile file) {
        file.people().advocateId().ifPresent(advocate -> data.put("advocateId", advocate));
        return data;
    }

    static JsonObject text(BilingualText text) {
        return new JsonObject().put("zh", text.zh()).put("en", text.en());
    }
}
