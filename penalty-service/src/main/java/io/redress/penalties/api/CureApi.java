package io.redress.penalties.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.PenaltyResult;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.app.hearing.Proofs;
import io.redress.penalties.app.hearing.ProveCure;
import io.redress.penalties.app.seal.PlatformTexts;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.ProofOfCure;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Proofs that a breach was made good, and their answers. */
public final class CureApi {

    private final ProveCure prove;
    private final ShopFiles files;
    private final Proofs proofs;
    private final PlatformTexts texts;

    public CureApi(ProveCure prove, ShopFiles files, Proofs proofs, PlatformTexts texts) {
        this.prove = prove;
        this.files = files;
        this.proofs = proofs;
        this.texts = texts;
    }

    public void bind(Operations operations) {
        operations.command("fileProofOfCure", this::file, view -> view);
        operations.query("getProofOfCure", this::proof);
        operations.command("answerProofOfCure", this::answer, view -> view);
        operations.query("listProofsOfCure", this::proofs);
    }

    private Future<Decision<CureViews.ProofView>> file(ApiRequest request, CommandContext context, Tx tx) {
        CureViews.Prove body = request.body(CureViews.Prove.class);
        return viewed(prove.file(penaltyId(request), body.text(), body.references(), context, tx), context);
    }

    private Future<Decision<CureViews.ProofView>> answer(ApiRequest request, CommandContext context, Tx tx) {
        ProofOfCure.Answer answer =
                request.body(CureViews.AnswerBody.class).answer(context.caller().subject(), context.businessTime());
        return viewed(
                prove.answer(penaltyId(request), answer, context, tx)
                        .compose(decision ->
                                texts.checked(decision, request.texts(), PenaltyResult::penalty, context.caller(), tx)),
                context);
    }

    private static Future<Decision<CureViews.ProofView>> viewed(
            Future<Decision<PenaltyResult>> decided, CommandContext context) {
        return decided.map(decision -> Views.of(
                decision,
                (result, revision) ->
                        CureViews.ProofView.of(listed(result.penalty()).orElseThrow(), context.caller())));
    }

    private Future<HttpAnswer> proof(ApiRequest request, CommandContext context, Tx tx) {
        return files.readPenalty(tx, penaltyId(request))
                .map(found -> Readers.readable(found, context.caller()))
                .map(shop -> shop.file()
                        .penalty(penaltyId(request))
                        .flatMap(CureApi::listed)
                        .map(filed -> HttpAnswer.ok(CureViews.ProofView.of(filed, context.caller())))
                        .orElseGet(HttpAnswer::notFound));
    }

    private static Optional<Proofs.Listed> listed(Penalty penalty) {
        return penalty.cure()
                .proof()
                .map(filed -> new Proofs.Listed(
                        penalty.id(),
                        penalty.basis().merchantId(),
                        penalty.basis().shopId(),
                        filed));
    }

    private Future<HttpAnswer> proofs(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        ProofOfCure.State state =
                ProofOfCure.State.valueOf(request.query("state").orElse("OPEN"));
        return proofs.page(tx, state, page.after().map(key -> key.get(0)), page.limit() + 1)
                .map(found -> HttpAnswer.page(
                        request,
                        Page.of(
                                found.stream()
                                        .map(filed -> CureViews.ProofView.of(filed, context.caller()))
                                        .toList(),
                                page.limit(),
                                last -> List.of(last.id()))));
    }

    private static String penaltyId(ApiRequest request) {
        return request.path("penaltyId");
    }
}
