package io.redress.penalties.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.Parties.Merchant;
import io.redress.penalties.app.Parties.Shop;
import io.redress.penalties.app.RegisterParties;
import io.redress.penalties.app.RegisterRulebook;
import io.redress.penalties.app.RulebookStore;
import io.redress.penalties.app.seal.PlatformTexts;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rulebooks, merchants and shops: what has to be there before a penalty. */
public final class RegistrationApi {

    private final RegisterRulebook registerRulebook;
    private final RegisterParties registerParties;
    private final RulebookStore rulebooks;
    private final PlatformTexts texts;

    public RegistrationApi(
            RegisterRulebook registerRulebook,
            RegisterParties registerParties,
            RulebookStore rulebooks,
            PlatformTexts texts) {
        this.texts = texts;
        this.registerRulebook = registerRulebook;
        this.registerParties = registerParties;
        this.rulebooks = rulebooks;
    }

    record MerchantBody(String name, String language, String email) {}

    record ShopBody(String merchantId, Instant openedAt) {}

    record RulebookSummary(int version, Instant publishedAt, Instant effectiveFrom) {}

    record RulebookList(List<RulebookSummary> items) {}

    public void bind(Operations operations) {
        operations.command("registerRulebook", this::rulebook, document -> document);
        operations.query("listRulebooks", this::list);
        operations.query("getRulebook", this::get);
        operations.command(
                "registerMerchant",
                (request, context, tx) -> {
                    MerchantBody body = request.body(MerchantBody.class);
                    return registerParties.merchant(
                            new Merchant(
                                    request.path("merchantId"),
                                    body.name(),
                                    body.language(),
                                    Optional.ofNullable(body.email())),
                            context,
                            tx);
                },
                merchant -> merchant);
        operations.command(
                "registerShop",
                (request, context, tx) -> {
                    ShopBody body = request.body(ShopBody.class);
                    return registerParties.shop(
                            new Shop(request.path("shopId"), body.merchantId(), body.openedAt()), context, tx);
                },
                shop -> shop);
    }

    private Future<Decision<RulebookDocument>> rulebook(ApiRequest request, CommandContext context, Tx tx) {
        RulebookDocument document = request.body(RulebookDocument.class);
        if (!Integer.toString(document.version()).equals(request.path("version"))) {
            return invalid("The version in the path is not the document's");
        }
        Rulebook rulebook;
        try {
            rulebook = document.rulebook();
        } catch (DateTimeException | IllegalArgumentException e) {
            return invalid(e.getMessage());
        }
        return registerRulebook
                .handle(new RulebookStore.Registered(rulebook, document.text()), context, tx)
                .compose(decision -> texts.checked(decision, request.texts(), tx))
                .map(decision -> Views.of(decision, (registered, revision) -> document));
    }

    private static Future<Decision<RulebookDocument>> invalid(String what) {
        return Future.succeededFuture(Decision.refuse(Refusal.of(PenaltyRefusal.RULEBOOK_INVALID, what + ".")));
    }

    private Future<HttpAnswer> list(ApiRequest request, CommandContext context, Tx tx) {
        return rulebooks
                .all(tx)
                .map(all -> HttpAnswer.ok(new RulebookList(all.inOrder().stream()
                        .map(rulebook -> new RulebookSummary(
                                rulebook.version(), rulebook.publishedAt(), rulebook.effectiveFrom()))
                        .toList())));
    }

    private Future<HttpAnswer> get(ApiRequest request, CommandContext context, Tx tx) {
        return rulebooks.find(tx, Integer.parseInt(request.path("version"))).map(found -> found.map(loaded ->
                        HttpAnswer.ok(RulebookDocument.read(loaded.state().document()))
                                .withRevision(loaded.revision()))
                .orElseGet(HttpAnswer::notFound));
    }
}
