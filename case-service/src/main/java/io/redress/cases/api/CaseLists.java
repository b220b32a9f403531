package io.redress.cases.api;

import io.redress.cases.app.search.CaseFilter;
import io.redress.cases.app.search.CaseOrder;
import io.redress.cases.app.search.CasePosition;
import io.redress.cases.app.search.CaseSummary;
import io.redress.cases.app.search.StaffFilter;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.CaseStatus;
import io.redress.cases.domain.CaseTag;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.http.Problem;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.http.TimeParameter;
import io.redress.kit.outcome.Outcome;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists of cases between requests and filters: what is asked by, where a page begins, and what goes out. */
final class CaseLists {

    /** What the merchant's side does not ask by. */
    private static final List<String> OF_STAFF = List.of(
            "kind",
            "tag",
            "advocateId",
            "adjudicatorId",
            "department",
            "clauseId",
            "queue",
            "openedFrom",
            "openedTo",
            "pastDue",
            "text",
            "sort");

    private CaseLists() {}

    /**
     * What the query asks for.
     *
     * @throws ProblemException {@code validation-failed} if the merchant's side asks by what only staff ask by
     */
    static CaseFilter asked(ApiRequest request, boolean merchantSide) {
        Optional<String> barred = merchantSide
                ? OF_STAFF.stream()
                        .filter(name -> request.query(name).isPresent())
                        .findFirst()
                : Optional.empty();
        if (barred.isPresent()) {
            throw invalid(barred.get(), "only staff ask by this");
        }
        return CaseFilter.asked(
                request.query("merchantId"),
                request.query("penaltyId"),
                request.query("status").map(CaseStatus::valueOf),
                request.query("open").map(Boolean::valueOf).orElse(false),
                merchantSide ? StaffFilter.NONE : staff(request));
    }

    private static StaffFilter staff(ApiRequest request) {
        return new StaffFilter(
                request.query("kind").map(CaseKind::valueOf),
                request.query("tag").map(written -> tag("tag", written)),
                request.query("advocateId"),
                request.query("adjudicatorId"),
                request.query("department"),
                request.query("clauseId"),
                request.query("queue"),
                TimeParameter.of(request, "openedFrom"),
                TimeParameter.of(request, "openedTo"),
                request.query("pastDue").map(Boolean::valueOf).orElse(false),
                request.query("text"),
                request.query("sort").map(CaseSort::valueOf).orElse(CaseSort.OPENED) == CaseSort.DUE);
    }

    /** The tag as it is kept. */
    static String tag(String place, String written) {
        if (CaseTag.of(written) instanceof Outcome.Done<CaseTag> tag) {
            return tag.value().text();
        }
        throw invalid(place, "not a tag");
    }

    /** Behind which case the page asked for begins. */
    static Optional<CasePosition> after(PageRequest page, CaseOrder order) {
        return page.after()
                .map(key -> position(key).filter(one -> one.fits(order)).orElseThrow(CaseLists::noCursor));
    }

    private static Optional<CasePosition> position(List<String> key) {
        return switch (key.size()) {
            case 1 -> Optional.of(new CasePosition(Optional.empty(), key.get(0)));
            case 2 -> Optional.of(new CasePosition(Optional.of(instant(key.get(0))), key.get(1)));
            default -> Optional.empty();
        };
    }

    static Instant instant(String text) {
        try {
            Instant at = Instant.parse(text);
            if (TimeParameter.keepable(at)) {
                return at;
            }
        } catch (DateTimeException unreadable) {
            // answered below, like one that no database keeps
        }
        throw noCursor();
    }

    static HttpAnswer page(ApiRequest request, List<CaseSummary> rows, CaseOrder order) {
        return HttpAnswer.ok(Page.of(rows, request.page().limit(), (CaseSummary row) -> key(row, order)));
    }

    private static List<String> key(CaseSummary row, CaseOrder order) {
        CasePosition position = CasePosition.of(row, order);
        return Stream.concat(position.at().map(Instant::toString).stream(), Stream.of(position.caseId()))
                .toList();
    }

    static ProblemException noCursor() {
        return invalid("cursor", "not a cursor of this list");
    }

    static ProblemException invalid(String place, String detail) {
        return new ProblemException(
                ProblemType.VALIDATION_FAILED,
                "the request is not as the contract says",
                List.of(new Problem.Violation(place, detail)));
    }
}
