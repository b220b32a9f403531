package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.client.ApiClient;
import io.redress.client.ApiException;
import io.redress.client.api.NotificationsApi;
import io.redress.client.api.PenaltiesApi;
import io.redress.client.model.Automation;
import io.redress.client.model.Facts;
import io.redress.client.model.ImportPenalty;
import io.redress.client.model.LegacyMeasure;
import io.redress.client.model.Merchant;
import io.redress.client.model.ModelObject;
import io.redress.client.model.Notice;
import io.redress.client.model.Penalty;
import io.redress.client.model.PenaltyStatus;
import io.redress.client.model.ProposePenalty;
import io.redress.client.model.ProposedViolation;
import io.redress.client.model.RegisterMerchant;
import io.redress.client.model.RegisterShop;
import io.redress.client.model.StatementOfReasons;
import io.redress.client.model.Text;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The first calls of S4 by a client that a generator made of the suite's document. */
class GeneratedClientE2E {

    private static final RunningSuite SUITE = RunningSuite.get();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String MERCHANT = "m-generated";
    private static final String SHOP = "s-generated";
    private static final OffsetDateTime ACTED = OffsetDateTime.parse("2018-01-05T12:00:00+08:00");
    private static final OffsetDateTime CLOSED = OffsetDateTime.parse("2018-01-10T00:00:00+08:00");

    @Test
    void it_registers_is_refused_imports_and_reads_the_statement() throws ApiException {
        PenaltiesApi marketplace = new PenaltiesApi(client(SUITE.token("marketplace", "machine")));
        Merchant merchant = marketplace.registerMerchant(
                MERCHANT, new RegisterMerchant().name("Riverside Bags").language(RegisterMerchant.LanguageEnum.ZH));
        marketplace.registerShop(SHOP, new RegisterShop().merchantId(MERCHANT).openedAt(ACTED.minusYears(3)));
        assertThat(merchant.getId()).isEqualTo(MERCHANT);

        PenaltiesApi enforcer = new PenaltiesApi(client(SUITE.token("enf-1", "enforcement")));
        ApiException refused = catchThrowableOfType(
                ApiException.class, () -> enforcer.proposePenalty(closureOffTheList(), "generated-1"));
        assertThat(refused.getCode()).isEqualTo(422);
        assertThat(refused.getResponseBody()).contains("\"code\":\"closure-not-enumerated\"");

        PenaltiesApi operator = new PenaltiesApi(client(SUITE.token("operator-1", "operator")));
        Penalty imported = operator.importPenalty(legacy(), "generated-2");
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> operator.getPenalty(imported.getId()).getStatus(), PenaltyStatus.IN_FORCE::equals);
        assertThat(operator.getPenalty(imported.getId()).getPoints()).isEqualTo(48);

        ApiClient own = client(SUITE.merchantToken(MERCHANT));
        StatementOfReasons statement = new PenaltiesApi(own).getStatementOfReasons(imported.getId());
        assertThat(statement.getImported()).isTrue();
        assertThat(statement.getStatement().getZh()).contains("C-01");
        NotificationsApi inbox = new NotificationsApi(own);
        Notice notice = Awaitility.await()
                .atMost(LIMIT)
                .until(() -> inbox.listNotices(10, null, true).getItems(), notices -> notices.stream()
                        .anyMatch(one -> one.getType().equals("StatementIssued")))
                .stream()
                .filter(one -> one.getType().equals("StatementIssued"))
                .findFirst()
                .orElseThrow();
        assertThat(inbox.readNotice(notice.getId(), "generated-3").getReadAt()).isNotNull();
    }

    private static ApiClient client(String token) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(SUITE.gatewayUrl());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }

    /** 48 points on a clause that is not on the closed list. */
    private static ProposePenalty closureOffTheList() {
        return new ProposePenalty()
                .shopId(SHOP)
                .departmentId("enforcement")
                .explanation(text("店铺引导买家到站外购买假货。", "The shop lured buyers off the platform."))
                .automation(new Automation().detection(true).decision(false))
                .territory("CN")
                .violations(List.of(violation()));
    }

    private static ImportPenalty legacy() {
        return new ImportPenalty()
                .shopId(SHOP)
                .departmentId("enforcement")
                .explanation(text("旧系统作出的处罚。", "A penalty of the former system."))
                .automation(new Automation().detection(true).decision(false))
                .territory("CN")
                .violations(List.of(violation()))
                .originalProposer("enf-1")
                .inForceAt(CLOSED)
                .measures(List.of(new LegacyMeasure().kind("SHOP_CLOSURE").startedAt(CLOSED)));
    }

    private static ProposedViolation violation() {
        return new ProposedViolation()
                .clauseId("C-01")
                .points(48)
                .from(ACTED)
                .to(ACTED.plusHours(1))
                .objects(List.of(
                        new ModelObject().type(ModelObject.TypeEnum.LISTING).id("l-generated")))
                .facts(new Facts().description(text("向买家出售仿冒箱包。", "Counterfeit bags were sold.")));
    }

    private static Text text(String zh, String en) {
        return new Text().zh(zh).en(en);
    }
}
