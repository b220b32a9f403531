package io.redress.refunds;

import io.redress.kit.boot.RunnableService;
import io.redress.kit.boot.Runtime;
import io.redress.kit.boot.ServiceKit;
import io.redress.kit.pg.Migrations;
import io.redress.refunds.api.ClaimApi;
import io.redress.refunds.api.LedgerApi;
import io.redress.refunds.app.BookClaims;
import io.redress.refunds.app.PreviewClaimEffect;
import io.redress.refunds.domain.ClaimPolicy;
import io.redress.refunds.messaging.ClaimMessages;
import io.redress.refunds.messaging.RulingConsumer;
import io.redress.refunds.store.PgClaims;
import io.redress.refunds.store.PgLedger;

/** Composition root of the refund service. */
public final class RefundService {
    private static final String NAME = "refund-service";
    private static final String SCHEMA = "refunds";

    private RefundService() {}

    /** Puts the service together; nothing runs yet. */
    public static RunnableService create(RefundServiceConfig config, Runtime runtime) {
        ServiceKit kit = ServiceKit.of(NAME, SCHEMA, config.service(), runtime);
        ClaimPolicy policy = new ClaimPolicy(config.currencies());
        PgClaims claims = new PgClaims(kit.recorder(), ClaimMessages::of);
        PgLedger ledger = new PgLedger(runtime.ids());
        BookClaims bookClaims = new BookClaims(claims, ledger, policy, runtime.ids());
        kit.consume("cases.events.v1", new RulingConsumer(bookClaims, runtime.clock(), NAME));
        ClaimApi claimApi = new ClaimApi(new PreviewClaimEffect(policy, runtime.ids()), claims);
        LedgerApi ledgerApi = new LedgerApi(ledger);
        kit.http("openapi/refund-service.yaml", operations -> {
            claimApi.bind(operations);
            ledgerApi.bind(operations);
            kit.deadLetters(operations);
        });
        kit.audit("claim", "a.id");
        return kit;
    }

    /** Brings the schema up to date. Blocks. */
    public static void migrate(RefundServiceConfig config) {
        Migrations.run(config.service().pg(), SCHEMA);
    }
}
