package io.redress.penalties.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Json;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.seal.ChallengeSeal;
import io.redress.penalties.app.seal.ChallengeState;
import io.redress.penalties.app.seal.PlatformTexts;
import io.redress.penalties.app.seal.PutSealedTerms;
import io.redress.penalties.app.seal.ReadRecord;
import io.redress.penalties.app.seal.TermsStore;
import io.redress.penalties.domain.seal.Reading;
import io.redress.penalties.domain.seal.SealedTerms;
import io.vertx.core.Future;
import java.util.List;

/** Sealed terms, readings of detection records, and challenges to seals. */
public final class SealApi {

    private final PutSealedTerms putTerms;
    private final TermsStore terms;
    private final ReadRecord read;
    private final ChallengeSeal challenge;
    private final PlatformTexts texts;

    public SealApi(
            PutSealedTerms putTerms, TermsStore terms, ReadRecord read, ChallengeSeal challenge, PlatformTexts texts) {
        this.putTerms = putTerms;
        this.terms = terms;
        this.read = read;
        this.challenge = challenge;
        this.texts = texts;
    }

    public void bind(Operations operations) {
        operations.command(
                "putSealedTerms",
                (request, context, tx) -> putTerms.handle(
                                new SealedTerms(
                                        request.body(SealViews.TermsBody.class).terms()),
                                context,
                                tx)
                        .map(decision -> Views.of(
                                decision, (put, revision) -> new SealViews.TermsView(revision.version(), put.terms()))),
                view -> view);
        operations.query("getSealedTerms", (request, context, tx) -> terms.find(tx)
                .map(found -> HttpAnswer.ok(new SealViews.TermsView(
                                found.revision().version(), found.state().terms()))
                        .withRevision(found.revision())));
        operations.command("readDetectionRecord", this::read, view -> view, this::withRecord);
        operations.query("listDetectionRecordReadings", this::readings);
        operations.command("challengeSeal", this::raise, SealApi::challengeView);
        operations.query("listSealChallenges", this::challenges);
        operations.query("listAllSealChallenges", this::allChallenges);
        operations.command("answerSealChallenge", this::answer, SealApi::challengeView);
    }

    private Future<Decision<SealViews.ReadingView>> read(ApiRequest request, CommandContext context, Tx tx) {
        String purpose = request.body(SealViews.Purpose.class).purpose();
        return read.handle(penaltyId(request), purpose, context, tx)
                .compose(decision -> texts.checkedByReader(decision, request.texts(), tx))
                .map(decision -> Views.of(decision, (reading, revision) -> SealViews.ReadingView.of(reading)));
    }

    private Future<HttpAnswer> withRecord(ApiRequest request, CommandContext context, Tx tx, HttpAnswer stored) {
        SealViews.ReadingView kept = Json.read(stored.body(), SealViews.ReadingView.class);
        return read.content(penaltyId(request), context, tx).map(found -> found.map(opened -> new HttpAnswer(
                        stored.status(), stored.headers(), Json.bytes(kept.with(opened.record(), opened.sealedAt()))))
                .orElseGet(HttpAnswer::notFound));
    }

    private Future<HttpAnswer> readings(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        return read.readings(penaltyId(request), page.after().map(key -> key.get(0)), page.limit() + 1, context, tx)
                .map(found -> found.map(rows -> readings(request, page, rows)).orElseGet(HttpAnswer::notFound));
    }

    private static HttpAnswer readings(ApiRequest request, PageRequest page, List<Reading> rows) {
        List<SealViews.ReadingView> views =
                rows.stream().map(SealViews.ReadingView::of).toList();
        return HttpAnswer.page(request, Page.of(views, page.limit(), reading -> List.of(reading.id())));
    }

    private Future<Decision<ChallengeSeal.Result>> raise(ApiRequest request, CommandContext context, Tx tx) {
        SealViews.Raise body = request.body(SealViews.Raise.class);
        return challenge.raise(penaltyId(request), body.grounds(), body.whatShouldBeDisclosed(), context, tx);
    }

    private Future<HttpAnswer> challenges(ApiRequest request, CommandContext context, Tx tx) {
        return challenge.list(penaltyId(request), context, tx).map(found -> found.map(
                        all -> HttpAnswer.ok(new SealViews.ChallengeList(
                                all.stream().map(SealViews.ChallengeView::of).toList())))
                .orElseGet(HttpAnswer::notFound));
    }

    private Future<HttpAnswer> allChallenges(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        return challenge
                .all(
                        request.query("state").map(ChallengeState::valueOf),
                        page.after().map(key -> key.get(0)),
                        page.limit() + 1,
                        tx)
                .map(rows -> HttpAnswer.page(
                        request,
                        Page.of(
                                rows.stream().map(SealViews.ChallengeView::of).toList(),
                                page.limit(),
                                one -> List.of(one.id()))));
    }

    private Future<Decision<ChallengeSeal.Result>> answer(ApiRequest request, CommandContext context, Tx tx) {
        SealViews.AnswerBody body = request.body(SealViews.AnswerBody.class);
        return challenge
                .answer(
                        penaltyId(request),
                        request.path("challengeId"),
                        body.answer(context.caller().subject(), context.businessTime()),
                        context,
                        tx)
                .compose(decision ->
                        texts.checked(decision, request.texts(), ChallengeSeal.Result::penalty, context.caller(), tx));
    }

    private static SealViews.ChallengeView challengeView(ChallengeSeal.Result result) {
        return SealViews.ChallengeView.of(result.challenge());
    }

    private static String penaltyId(ApiRequest request) {
        return request.path("penaltyId");
    }
}
