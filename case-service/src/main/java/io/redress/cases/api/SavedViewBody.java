package io.redress.cases.api;

import io.redress.cases.app.search.CaseQuestion;
import io.redress.cases.app.search.SavedViews.Content;
import io.redress.cases.app.search.SavedViews.View;
import io.redress.cases.app.search.StaffFilter;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.CaseStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A saved view as it goes out; how it comes in is {@link Put}. */
record SavedViewBody(
        String id,
        String ownerId,
        Name name,
        boolean shared,
        FiltersView filters,
        CaseSort sort,
        Instant changedAt,
        long version) {

    record Name(Optional<String> zh, Optional<String> en) {}

    record Filters(
            Optional<String> merchantId,
            Optional<String> penaltyId,
            Optional<CaseStatus> status,
            Optional<Boolean> open,
            Optional<CaseKind> kind,
            Optional<String> tag,
            Optional<String> advocateId,
            Optional<String> adjudicatorId,
            Optional<String> department,
            Optional<String> clauseId,
            Optional<String> queue,
            Optional<OffsetDateTime> openedFrom,
            Optional<OffsetDateTime> openedTo,
            Optional<Boolean> pastDue,
            Optional<String> text) {}

    record FiltersView(
            Optional<String> merchantId,
            Optional<String> penaltyId,
            Optional<CaseStatus> status,
            boolean open,
            Optional<CaseKind> kind,
            Optional<String> tag,
            Optional<String> advocateId,
            Optional<String> adjudicatorId,
            Optional<String> department,
            Optional<String> clauseId,
            Optional<String> queue,
            Optional<Instant> openedFrom,
            Optional<Instant> openedTo,
            boolean pastDue,
            Optional<String> text) {}

    record Put(Name name, Filters filters, Optional<CaseSort> sort, Optional<Boolean> shared) {

        Content asDomain() {
            StaffFilter staff = new StaffFilter(
                    filters.kind(),
                    filters.tag().map(written -> CaseLists.tag("/filters/tag", written)),
                    filters.advocateId(),
                    filters.adjudicatorId(),
                    filters.department(),
                    filters.clauseId(),
                    filters.queue(),
                    filters.openedFrom().map(OffsetDateTime::toInstant),
                    filters.openedTo().map(OffsetDateTime::toInstant),
                    filters.pastDue().orElse(false),
                    filters.text(),
                    sort.orElse(CaseSort.OPENED) == CaseSort.DUE);
            CaseQuestion question = new CaseQuestion(
                    filters.merchantId(),
                    filters.penaltyId(),
                    filters.status(),
                    filters.open().orElse(false),
                    staff);
            return new Content(name.zh(), name.en(), shared.orElse(false), question);
        }
    }

    static SavedViewBody of(View view) {
        CaseQuestion question = view.content().question();
        StaffFilter staff = question.staff();
        return new SavedViewBody(
                view.id(),
                view.owner(),
                new Name(view.content().nameZh(), view.content().nameEn()),
                view.content().shared(),
                new FiltersView(
                        question.merchantId(),
                        question.penaltyId(),
                        question.status(),
                        question.open(),
                        staff.kind(),
                        staff.tag(),
                        staff.advocateId(),
                        staff.adjudicatorId(),
                        staff.department(),
                        staff.clauseId(),
                        staff.queue(),
                        staff.openedFrom(),
                        staff.openedTo(),
                        staff.pastDue(),
                        staff.idPrefix()),
                staff.byDue() ? CaseSort.DUE : CaseSort.OPENED,
                view.changedAt(),
                view.version());
    }
}
