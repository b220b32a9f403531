package io.redress.cases.api;

import io.redress.cases.app.PutConfiguration.Stored;
import io.redress.cases.app.advocacy.AdvocacyDocuments.Absence;
import io.redress.cases.app.advocacy.AdvocacyDocuments.Advocacy;
import io.redress.cases.app.advocacy.AdvocacyDocuments.Advocate;
import io.redress.cases.app.advocacy.AdvocacyDocuments.Interest;
import io.redress.cases.app.advocacy.PutAdvocacy;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.Concentration;
import io.redress.cases.domain.Relation;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.Json;
import io.redress.kit.http.Operations;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Advocates, interests and absences, as documents. */
public final class AdvocacyOperations {

    private static final Duration LATEST = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(3_660);

    record AdvocateBody(String id, List<String> languages, Optional<Integer> capacity) {

        private static final int WHOLE = 100;

        Advocate asDomain() {
            return new Advocate(id, Set.copyOf(languages), capacity.orElse(WHOLE));
        }
    }

    record AutomaticBody(String after) {}

    record ConcentrationBody(String period, int abovePercent, int fromCases) {}

    record AdvocacyBody(
            Optional<AutomaticBody> automatic,
            Optional<ConcentrationBody> concentration,
            List<AdvocateBody> advocates) {

        /** @throws DateTimeException when a duration is none */
        Advocacy asDomain() {
            return new Advocacy(
                    automatic.map(one -> Duration.parse(one.after())),
                    concentration.map(one ->
                            new Concentration(Duration.parse(one.period()), one.abovePercent(), one.fromCases())),
                    advocates.stream().map(AdvocateBody::asDomain).toList());
        }
    }

    record InterestBody(Interest.Kind in, String id, Relation relation) {}

    record InterestsBody(List<InterestBody> interests) {

        List<Interest> asDomain() {
            return interests.stream()
                    .map(one -> new Interest(one.in(), one.id(), one.relation()))
                    .toList();
        }
    }

    record AbsenceBody(OffsetDateTime from, OffsetDateTime until, Optional<String> delegate) {}

    private final PutAdvocacy put;

    public AdvocacyOperations(PutAdvocacy put) {
        this.put = put;
    }

    public void bind(Operations operations) {
        operations.command("putAdvocacy", this::advocacy, stored -> stored);
        operations.command("putInterests", this::interests, stored -> stored);
        operations.command("putAbsence", this::absence, stored -> stored);
    }

    private Future<Decision<Stored>> advocacy(ApiRequest request, CommandContext context, Tx tx) {
        AdvocacyBody body = request.body(AdvocacyBody.class);
        Advocacy advocacy;
        try {
            advocacy = body.asDomain();
        } catch (DateTimeException unreadable) {
            return inconsistent("A duration is not one of ISO 8601.");
        }
        if (advocacy.automatic().filter(AdvocacyOperations::tooLate).isPresent()) {
            return inconsistent("An advocate is assigned within 30 days.");
        }
        if (advocacy.concentration().filter(AdvocacyOperations::noPeriod).isPresent()) {
            return inconsistent("The period of the concentration is from one second to 3,660 days.");
        }
        return put.advocacy(advocacy, Json.text(body), context, tx);
    }

    private Future<Decision<Stored>> interests(ApiRequest request, CommandContext context, Tx tx) {
        InterestsBody body = request.body(InterestsBody.class);
        return put.interests(request.path("employeeId"), body.asDomain(), Json.text(body), context, tx);
    }

    private Future<Decision<Stored>> absence(ApiRequest request, CommandContext context, Tx tx) {
        AbsenceBody body = request.body(AbsenceBody.class);
        Absence absence = new Absence(
                request.path("employeeId"),
                body.from().toInstant(),
                body.until().toInstant(),
                body.delegate());
        return put.absence(absence, Json.text(body), context, tx);
    }

    private static boolean tooLate(Duration after) {
        return after.compareTo(LATEST) > 0;
    }

    private static boolean noPeriod(Concentration watched) {
        return watched.period().toSeconds() < 1 || watched.period().compareTo(LONGEST) > 0;
    }

    private static Future<Decision<Stored>> inconsistent(String detail) {
        return Future.succeededFuture(Decision.refuse(Refusal.of(CaseRefusal.INCONSISTENT_DATA, detail)));
    }
}
