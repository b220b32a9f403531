package io.redress.cases.api;

import io.redress.cases.api.ConfigurationBodies.CalendarBody;
import io.redress.cases.api.ConfigurationBodies.CasePolicyBody;
import io.redress.cases.api.ConfigurationBodies.OrgBody;
import io.redress.cases.app.PutConfiguration;
import io.redress.cases.app.PutConfiguration.Stored;
import io.redress.cases.domain.CalendarYear;
import io.redress.cases.domain.CaseRefusal;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.Json;
import io.redress.kit.http.Operations;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.DateTimeException;

/** Organisation, case policy and calendars. */
public final class ConfigurationOperations {

    private final PutConfiguration put;

    public ConfigurationOperations(PutConfiguration put) {
        this.put = put;
    }

    public void bind(Operations operations) {
        operations.command("putOrg", this::org, stored -> stored);
        operations.command("putCasePolicy", this::policy, stored -> stored);
        operations.command("putCalendar", this::calendar, stored -> stored);
    }

    private Future<Decision<Stored>> org(ApiRequest request, CommandContext context, Tx tx) {
        OrgBody body = request.body(OrgBody.class);
        return put.org(body.asDomain(), Json.text(body), context, tx);
    }

    private Future<Decision<Stored>> policy(ApiRequest request, CommandContext context, Tx tx) {
        CasePolicyBody body = request.body(CasePolicyBody.class);
        try {
            return put.policy(body.asDomain(), body.kindPolicies(), Json.text(body), context, tx);
        } catch (IllegalArgumentException unreadable) {
            return inconsistent("A clock or a kind is " + unreadable.getMessage() + ".");
        }
    }

    private Future<Decision<Stored>> calendar(ApiRequest request, CommandContext context, Tx tx) {
        CalendarBody body = request.body(CalendarBody.class);
        int number = Integer.parseInt(request.path("year"));
        CalendarYear year;
        try {
            year = body.asDomain(number);
        } catch (DateTimeException unreadable) {
            return inconsistent("The zone or the working hours are not ones.");
        }
        if (!year.opens().isBefore(year.closes())) {
            return inconsistent("Working hours end after they begin.");
        }
        boolean ofYear = body.holidays().stream().allMatch(day -> day.getYear() == number)
                && body.makeUpWorkdays().stream().allMatch(day -> day.getYear() == number);
        if (!ofYear || body.holidays().stream().anyMatch(year.makeUpWorkdays()::contains)) {
            return inconsistent("A day lies in the calendar's year and is either a holiday or worked.");
        }
        return put.calendar(year, Json.text(body), context, tx);
    }

    private static Future<Decision<Stored>> inconsistent(String detail) {
        return Future.succeededFuture(Decision.refuse(Refusal.of(CaseRefusal.INCONSISTENT_DATA, detail)));
    }
}
