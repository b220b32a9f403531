package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.client.ApiClient;
import io.redress.client.ApiException;
import io.redress.client.api.CasesApi;
import io.redress.client.api.NotificationsApi;
import io.redress.client.api.PenaltiesApi;
import io.redress.client.model.Automation;
import io.redress.client.model.CaseKind;
import io.redress.client.model.CaseStatus;
import io.redress.client.model.CaseWindow;
import io.redress.client.model.Facts;
import io.redress.client.model.ImportPenalty;
import io.redress.client.model.LegacyMeasure;
import io.redress.client.model.ModelCase;
import io.redress.client.model.ModelObject;
import io.redress.client.model.Notice;
import io.redress.client.model.OpenCase;
import io.redress.client.model.Penalty;
import io.redress.client.model.PenaltyStatus;
import io.redress.client.model.ProposePenalty;
import io.redress.client.model.ProposedViolation;
import io.redress.client.model.RegisterMerchant;
import io.redress.client.model.RegisterShop;
import io.redress.client.model.StatementOfReasons;
import io.redress.client.model.Text;
import io.redress.client.model.Violation;
import io.redress.quickstart.http.HttpJson;
import io.redress.quickstart.story.StoryFile;
import io.redress.quickstart.story.StoryRun;
import io.redress.quickstart.story.Timeline;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The first calls of S4, up to the appeal, by a client that a generator made of the suite's document.
 *
 * <p>Like the story it moves the clock of the suite that all classes share, and C-02 is in force from February 2018 only.
 * So it comes last: the stories before it find the year that they need, and no second suite has to be started for it.
 * Its own dates it shifts as the story does.
 */
@Order(Integer.MAX_VALUE)
class GeneratedClientE2E {

    private static final RunningSuite SUITE = RunningSuite.get();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final StoryFile STORY = StoryFile.load("S4").orElseThrow();

    private final StoryRun clock = new StoryRun(
            new HttpJson(SUITE.gatewayUrl(), Duration.ofSeconds(30)),
            new HttpJson(SUITE.issuer(), Duration.ofMinutes(5)),
            new io.redress.quickstart.story.Facts(System.out),
            "generated");
    private final Timeline when = Timeline.after(clock.now(), STORY.timeline());
    private final String merchantId = clock.own(STORY.given("merchant"));
    private final String shop = clock.own(STORY.given("shop"));
    private final String otherShop = clock.own(STORY.given("otherShop"));

    private final PenaltiesApi enforcer = new PenaltiesApi(client(SUITE.token("enf-1", "enforcement")));
    private final PenaltiesApi operator = new PenaltiesApi(client(SUITE.token("operator-1", "operator")));
    private final CasesApi advocate = new CasesApi(client(SUITE.token("adv-1", "advocate")));
    private final ApiClient merchant = client(SUITE.merchantToken(merchantId));

    @Test
    void it_registers_is_refused_proposes_imports_reads_the_statement_and_opens_the_appeal() throws ApiException {
        register();
        clock.advanceTo(when.at("otherShopProposedAt"));
        isRefusedAClosureOffTheList();
        proposesTwoClauses();
        clock.advanceTo(when.at("importedAt"));
        String penaltyId = importsTheLegacyPenalty();
        OffsetDateTime readAt = readsTheStatement(penaltyId);
        clock.advanceTo(when.at("openedAt"));
        opensTheAppeal(penaltyId, readAt);
    }

    private void register() throws ApiException {
        PenaltiesApi marketplace = new PenaltiesApi(client(SUITE.token("marketplace", "machine")));
        OffsetDateTime opened = when.at("actAt").minusYears(3);
        assertThat(marketplace
                        .registerMerchant(
                                merchantId,
                                new RegisterMerchant()
                                        .name(STORY.given("merchantName"))
                                        .language(RegisterMerchant.LanguageEnum.fromValue(STORY.given("language"))))
                        .getId())
                .isEqualTo(merchantId);
        for (String one : List.of(shop, otherShop)) {
            marketplace.registerShop(
                    one, new RegisterShop().merchantId(merchantId).openedAt(opened));
        }
    }

    private void isRefusedAClosureOffTheList() {
        ApiException refused = catchThrowableOfType(
                ApiException.class,
                () -> enforcer.proposePenalty(
                        proposal(List.of(violation("C-02", "l-2141").points(48))), "generated-1"));
        assertThat(refused.getCode()).isEqualTo(422);
        assertThat(refused.getResponseBody()).contains("\"code\":\"closure-not-enumerated\"");
    }

    private void proposesTwoClauses() throws ApiException {
        Penalty proposed = enforcer.proposePenalty(
                proposal(List.of(violation(STORY.given("otherClause"), "l-2141"), violation("C-02", "l-2142"))),
                "generated-2");
        assertThat(proposed.getPoints()).isEqualTo(24);
        assertThat(proposed.getViolations()).extracting(Violation::getPoints).containsExactly(24, 0);
        awaitInForce(enforcer, proposed.getId());
    }

    private String importsTheLegacyPenalty() throws ApiException {
        Penalty imported = operator.importPenalty(legacy(), "generated-3");
        awaitInForce(operator, imported.getId());
        Penalty inForce = operator.getPenalty(imported.getId());
        assertThat(inForce.getPoints()).isEqualTo(STORY.givenNumber("legacyPoints"));
        assertThat(inForce.getViolations()).extracting(Violation::getClauseId).containsExactly(STORY.given("clause"));
        return imported.getId();
    }

    private OffsetDateTime readsTheStatement(String penaltyId) throws ApiException {
        StatementOfReasons statement = new PenaltiesApi(merchant).getStatementOfReasons(penaltyId);
        assertThat(statement.getImported()).isTrue();
        assertThat(statement.getStatement().getZh()).contains(STORY.given("clause"));
        NotificationsApi inbox = new NotificationsApi(merchant);
        Notice notice = Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () -> inbox.listNotices(100, null, true).getItems().stream()
                                .filter(one -> one.getType().equals("StatementIssued")
                                        && penaltyId.equals(one.getAbout().getPenaltyId()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        OffsetDateTime readAt = inbox.readNotice(notice.getId(), "generated-4").getReadAt();
        assertThat(readAt).isNotNull();
        return readAt;
    }

    private void opensTheAppeal(String penaltyId, OffsetDateTime readAt) throws ApiException {
        ModelCase opened = advocate.openCase(
                new OpenCase()
                        .kind(CaseKind.PENALTY_APPEAL)
                        .penaltyId(penaltyId)
                        .ownMotion(true),
                "generated-5");

        assertThat(opened.getStatus()).isEqualTo(CaseStatus.IN_ADVOCACY);
        assertThat(opened.getAdvocateId()).isEqualTo("adv-1");
        assertThat(opened.getPenaltyId()).isEqualTo(penaltyId);
        assertThat(opened.getWindow().getStatus()).isEqualTo(CaseWindow.StatusEnum.STOPPED);
        assertThat(StoryRun.utc(opened.getWindow().getClosesAt())).isEqualTo(StoryRun.utc(readAt.plusDays(14)));
    }

    private static void awaitInForce(PenaltiesApi reader, String penaltyId) {
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> reader.getPenalty(penaltyId).getStatus(), PenaltyStatus.IN_FORCE::equals);
    }

    private static ApiClient client(String token) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(SUITE.gatewayUrl());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }

    private ProposePenalty proposal(List<ProposedViolation> violations) {
        return new ProposePenalty()
                .shopId(otherShop)
                .investigationId(clock.own("inv-other"))
                .departmentId("enforcement")
                .explanation(text("店铺引导买家到站外购买假货。", "The shop lured buyers off the platform."))
                .automation(new Automation().detection(true).decision(false))
                .territory("CN")
                .violations(violations);
    }

    private ImportPenalty legacy() {
        OffsetDateTime closed = when.at("closedAt");
        return new ImportPenalty()
                .shopId(shop)
                .departmentId("enforcement")
                .explanation(text("旧系统作出的处罚。", "A penalty of the former system."))
                .automation(new Automation().detection(true).decision(false))
                .territory("CN")
                .violations(
                        List.of(violation(STORY.given("clause"), "l-2041").points(STORY.givenNumber("legacyPoints"))))
                .originalProposer("enf-1")
                .inForceAt(closed)
                .measures(List.of(new LegacyMeasure().kind("SHOP_CLOSURE").startedAt(closed)));
    }

    private ProposedViolation violation(String clause, String listing) {
        OffsetDateTime acted = when.at("actAt");
        return new ProposedViolation()
                .clauseId(clause)
                .from(acted)
                .to(acted.plusHours(1))
                .objects(List.of(
                        new ModelObject().type(ModelObject.TypeEnum.LISTING).id(clock.own(listing))))
                .facts(new Facts()
                        .description(text("通过聊天软件向买家出售仿冒箱包。", "Counterfeit bags were sold through a chat app.")));
    }

    private static Text text(String zh, String en) {
        return new Text().zh(zh).en(en);
    }
}
