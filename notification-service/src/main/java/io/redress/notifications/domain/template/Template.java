package io.redress.notifications.domain.template;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.NoticePolicy;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.NotificationRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of one type of notice to one addressee. A draft may change; an approved template never does, it is
 * superseded by the next one that is approved.
 *
 * @param id its id, {@code tpl_…}
 * @param type what it tells
 * @param addressee to whom
 * @param zh its words in Chinese; a draft may lack them
 * @param en its words in English; a draft may lack them
 * @param status where it stands
 * @param version its number among the approved ones of this type and addressee, from 1; empty for a draft
 * @param authors everybody who wrote in it; none of them approves it
 * @param draftedAt business time
 */
public record Template(
        String id,
        NoticeType type,
        Addressee addressee,
        Optional<TemplateText> zh,
        Optional<TemplateText> en,
        TemplateStatus status,
        Optional<Integer> version,
        List<String> authors,
        Optional<String> approvedBy,
        Instant draftedAt,
        Optional<Instant> approvedAt,
        Optional<Instant> supersededAt) {

    /** A template as it is after a decision, with what happened to it. */
    public record Change(Template template, List<TemplateEvent> events) {
        public Change {
            events = List.copyOf(events);
        }
    }

    public Template {
        authors = List.copyOf(authors);
    }

    /** A new draft; refused with {@code TEMPLATE_TYPE_UNKNOWN}. */
    public static Outcome<Change> draft(
            String id,
            NoticeType type,
            Addressee addressee,
            Optional<TemplateText> zh,
            Optional<TemplateText> en,
            String author,
            Instant at) {
        if (!NoticePolicy.possible(type).contains(addressee)) {
            return Outcome.refused(
                    NotificationRefusal.TEMPLATE_TYPE_UNKNOWN,
                    type.wireName() + " never goes to " + addressee + ", only to " + NoticePolicy.possible(type));
        }
        Template draft = new Template(
                id,
                type,
                addressee,
                zh,
                en,
                TemplateStatus.DRAFT,
                Optional.empty(),
                List.of(author),
                Optional.empty(),
                at,
                Optional.empty(),
                Optional.empty());
        return Outcome.done(new Change(draft, List.of(new TemplateEvent.Drafted(draft, at))));
    }

    /** Other words for a draft; who writes them is an author from then on. */
    public Outcome<Change> change(Optional<TemplateText> newZh, Optional<TemplateText> newEn, String by, Instant at) {
        if (status != TemplateStatus.DRAFT) {
            return Outcome.refused(notADraft());
        }
        List<String> everybody = new ArrayList<>(authors);
        if (!everybody.contains(by)) {
            everybody.add(by);
        }
        Template changed = new Template(
                id,
                type,
                addressee,
                newZh,
                newEn,
                status,
                version,
                everybody,
                approvedBy,
                draftedAt,
                approvedAt,
                supersededAt);
        return Outcome.done(new Change(changed, List.of(new TemplateEvent.Changed(changed, by, at))));
    }

    /**
     * Makes it the version that notices are written from.
     *
     * @param next its number
     * @return refused with {@code ILLEGAL_TRANSITION}, {@code OWN_CAUSE}, or what {@link TemplateRules} find
     */
    public Outcome<Change> approve(String by, int next, Instant at, TemplateRules rules) {
        if (status != TemplateStatus.DRAFT) {
            return Outcome.refused(notADraft());
        }
        if (authors.contains(by)) {
            return Outcome.refused(
                    NotificationRefusal.OWN_CAUSE, "who wrote a template does not decide whether it is good");
        }
        Optional<Refusal> finding = rules.check(this);
        return finding.isPresent() ? Outcome.refused(finding.get()) : Outcome.done(approved(by, next, at));
    }

    /** The words that the suite is delivered with: approved by whoever delivers it. */
    static Change shipped(Template draft, String by, Instant at) {
        return draft.approved(by, 1, at);
    }

    private Change approved(String by, int next, Instant at) {
        Template approved =
                with(TemplateStatus.APPROVED, Optional.of(next), Optional.of(by), Optional.of(at), supersededAt);
        return new Change(approved, List.of(new TemplateEvent.Approved(approved, at)));
    }

    /** A later version was approved. */
    public Change supersede(Instant at) {
        Template superseded = with(TemplateStatus.SUPERSEDED, version, approvedBy, approvedAt, Optional.of(at));
        return new Change(superseded, List.of(new TemplateEvent.Superseded(superseded, at)));
    }

    /** Its words in a language, if it has them. */
    public Optional<TemplateText> text(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }

    /** How a notice names the approved words that it was written from. */
    public TemplateRef reference() {
        return new TemplateRef(id, version.orElseThrow());
    }

    private Refusal notADraft() {
        return Refusal.of(NotificationRefusal.ILLEGAL_TRANSITION, "only a draft can be changed or approved")
                .with("currentStatus", status.name());
    }

    private Template with(
            TemplateStatus newStatus,
            Optional<Integer> newVersion,
            Optional<String> approver,
            Optional<Instant> newApprovedAt,
            Optional<Instant> newSupersededAt) {
        return new Template(
                id,
                type,
                addressee,
                zh,
                en,
                newStatus,
                newVersion,
                authors,
                approver,
                draftedAt,
                newApprovedAt,
                newSupersededAt);
    }
}
