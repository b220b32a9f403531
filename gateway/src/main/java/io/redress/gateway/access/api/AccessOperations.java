package io.redress.gateway.access.api;

import io.redress.gateway.access.api.AccessBodies.KeyView;
import io.redress.gateway.access.api.AccessBodies.MandateView;
import io.redress.gateway.access.api.AccessBodies.NewApiKey;
import io.redress.gateway.access.api.AccessBodies.NewMandate;
import io.redress.gateway.access.api.AccessBodies.Rotation;
import io.redress.gateway.access.app.ApiKeys;
import io.redress.gateway.access.app.ManageApiKeys;
import io.redress.gateway.access.app.ManageMandates;
import io.redress.gateway.access.domain.AccessRefusal;
import io.redress.gateway.access.domain.Mandate;
import io.redress.kit.boot.BusinessClock;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** The operations on keys and mandates, bound to their use cases. */
public final class AccessOperations {

    private final ManageApiKeys manageKeys;
    private final ApiKeys keys;
    private final ManageMandates manageMandates;
    private final Map<String, Object> keySet;
    private final BusinessClock clock;
    private final MachineClock machineClock;

    /** @param keySet the public keys of the tokens that the gateway makes */
    public AccessOperations(
            ManageApiKeys manageKeys,
            ApiKeys keys,
            ManageMandates manageMandates,
            Map<String, Object> keySet,
            BusinessClock clock,
            MachineClock machineClock) {
        this.manageKeys = manageKeys;
        this.keys = keys;
        this.manageMandates = manageMandates;
        this.keySet = keySet;
        this.clock = clock;
        this.machineClock = machineClock;
    }

    /** Binds them all. */
    public void bind(Operations operations) {
        operations.commandShownOnce(
                "createApiKey",
                (request, context, tx) -> create(request.body(NewApiKey.class), context),
                KeyView::shown,
                KeyView::kept);
        operations.commandShownOnce("rotateApiKey", this::rotate, KeyView::shown, KeyView::kept);
        operations.command(
                "revokeApiKey",
                (request, context, tx) -> manageKeys.revoke(request.path("keyId"), context, tx),
                KeyView::kept);
        operations.query("listApiKeys", this::listKeys);
        operations.command("giveMandate", this::give, mandate -> MandateView.of(mandate, clock.now()));
        operations.command(
                "revokeMandate",
                (request, context, tx) -> manageMandates.revoke(request.path("mandateId"), context, tx),
                mandate -> MandateView.of(mandate, clock.now()));
        operations.query("listMandates", this::listMandates);
        operations.answer("getEdgeKeys", (request, context) -> Future.succeededFuture(HttpAnswer.ok(keySet)));
    }

    private Future<Decision<ManageApiKeys.Result>> create(NewApiKey body, CommandContext context) {
        return manageKeys.create(
                body.machineId(), body.description(), body.expiresAt().map(OffsetDateTime::toInstant), context);
    }

    private Future<Decision<ManageApiKeys.Result>> rotate(ApiRequest request, CommandContext context, Tx tx) {
        try {
            Duration overlap = Duration.parse(request.body(Rotation.class).overlap());
            return manageKeys.rotate(request.path("keyId"), overlap, context, tx);
        } catch (DateTimeParseException e) {
            return Future.succeededFuture(Decision.refuse(Refusal.of(
                    AccessRefusal.OVERLAP_INVALID, "The overlap is an ISO 8601 duration such as PT12H or P1D.")));
        }
    }

    private Future<HttpAnswer> listKeys(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        Instant now = machineClock.now();
        return keys.list(tx, after(page), page.limit() + 1)
                .map(found ->
                        found.stream().map(used -> KeyView.listed(used, now)).toList())
                .map(views -> HttpAnswer.page(request, Page.of(views, page.limit(), view -> List.of(view.id()))));
    }

    private Future<Decision<Mandate>> give(ApiRequest request, CommandContext context, Tx tx) {
        NewMandate body = request.body(NewMandate.class);
        return manageMandates.give(
                new ManageMandates.Command(
                        body.agencyId(),
                        body.from().map(OffsetDateTime::toInstant),
                        body.until().map(OffsetDateTime::toInstant)),
                context,
                tx);
    }

    private Future<HttpAnswer> listMandates(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        return manageMandates
                .list(context.caller(), after(page), page.limit() + 1, tx)
                .map(found -> found.stream()
                        .map(mandate -> MandateView.of(mandate, context.businessTime()))
                        .toList())
                .map(views -> HttpAnswer.page(request, Page.of(views, page.limit(), view -> List.of(view.id()))));
    }

    private static String after(PageRequest page) {
        return page.after().map(key -> key.get(0)).orElse("");
    }
}
