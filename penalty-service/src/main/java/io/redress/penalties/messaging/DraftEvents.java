package io.redress.penalties.messaging;

import io.redress.kit.messaging.OutgoingEvent;
import io.redress.penalties.app.rulebook.DraftEventPayloads;
import io.redress.penalties.domain.rulebook.draft.DraftEvent;
import io.redress.penalties.domain.rulebook.draft.Objection;
import io.redress.penalties.domain.rulebook.draft.RulebookDraft;
import io.redress.penalties.domain.rulebook.draft.ShadowClause;
import io.vertx.core.json.JsonObject;

/** What happened to drafts of rulebooks and to objections, as messages of the topic; the key is the draft. */
public final class DraftEvents implements DraftEventPayloads {

    @Override
    public OutgoingEvent outgoing(DraftEvent event) {
        if (event instanceof DraftEvent.OfDraft ofDraft) {
            return OutgoingEvent.of(
                    PenaltyEvents.TOPIC, ofDraft.about().id(), type(ofDraft.kind()), draft(ofDraft.about()));
        }
        if (event instanceof DraftEvent.OfShadow ofShadow) {
            return OutgoingEvent.of(
                    PenaltyEvents.TOPIC, ofShadow.about().draftId(), "ClauseInShadow", shadow(ofShadow.about()));
        }
        DraftEvent.OfObjection ofObjection = (DraftEvent.OfObjection) event;
        return OutgoingEvent.of(
                PenaltyEvents.TOPIC,
                ofObjection.about().draftId(),
                type(ofObjection.kind()),
                objection(ofObjection.about()).put("merchantId", ofObjection.merchantId()));
    }

    private static String type(DraftEvent.Kind kind) {
        return switch (kind) {
            case OPENED -> "RulebookDraftOpened";
            case CHANGED -> "RulebookDraftChanged";
            case ANNOUNCED -> "RulebookDraftAnnounced";
            case WITHDRAWN -> "RulebookDraftWithdrawn";
            case PUBLISHED -> "RulebookPublished";
        };
    }

    private static String type(DraftEvent.ObjectionKind kind) {
        return switch (kind) {
            case RAISED -> "RulebookObjectionRaised";
            case JOINED -> "RulebookObjectionJoined";
            case LEFT -> "RulebookObjectionLeft";
            case ANSWERED -> "RulebookObjectionAnswered";
        };
    }

    private static JsonObject draft(RulebookDraft draft) {
        JsonObject data = new JsonObject()
                .put("draftId", draft.id())
                .put("version", draft.form().version());
        draft.notice().ifPresent(notice -> data.put("announcedAt", Payloads.time(notice.openedAt()))
                .put("objectionsUntil", Payloads.time(notice.objectionsUntil()))
                .put("effectiveFrom", Payloads.time(notice.effectiveFrom())));
        draft.withdrawal().ifPresent(reasons -> data.put("reasons", Payloads.text(reasons)));
        return data;
    }

    private static JsonObject shadow(ShadowClause clause) {
        return new JsonObject()
                .put("shadowId", clause.id())
                .put("draftId", clause.draftId())
                .put("clauseId", clause.clauseId());
    }

    private static JsonObject objection(Objection objection) {
        JsonObject data = new JsonObject()
                .put("objectionId", objection.id())
                .put("draftId", objection.draftId())
                .put("status", objection.status().name())
                .put("supporters", objection.supporters());
        objection.clauseId().ifPresent(clauseId -> data.put("clauseId", clauseId));
        objection.answer().ifPresent(answer -> data.put("reasons", Payloads.text(answer.reasons())));
        return data;
    }
}
