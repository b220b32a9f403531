package io.redress.notifications.domain.template;

import io.redress.kit.outcome.Outcome;
import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.NoticeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words that the suite is delivered with, version 1 of every template. */
public final class ShippedTemplates {
    /** The words of one type to one addressee, in both languages. */
    public record Sample(NoticeType type, Addressee addressee, TemplateText zh, TemplateText en) {}

    private ShippedTemplates() {}

    /**
     * The sample as an approved template, with its history.
     *
     * @param by the service that delivers it: author and approver in one, because nobody of the house wrote it
     */
    public static Template.Change approved(String id, Sample sample, String by, Instant at) {
        Outcome<Template.Change> outcome = Template.draft(
                id, sample.type(), sample.addressee(), Optional.of(sample.zh()), Optional.of(sample.en()), by, at);
        if (outcome instanceof Outcome.Done<Template.Change> drafted) {
            Template.Change approved = Template.shipped(drafted.value().template(), by, at);
            List<TemplateEvent> events = new ArrayList<>(drafted.value().events());
            events.addAll(approved.events());
            return new Template.Change(approved.template(), events);
        }
        throw new IllegalArgumentException(sample.type() + " is delivered for " + sample.addressee());
    }
}
