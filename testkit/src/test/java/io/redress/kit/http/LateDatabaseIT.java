package io.redress.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.infra.FreePorts;
import io.redress.infra.PgUrl;
import io.redress.infra.Provisioning;
import io.redress.kit.boot.Companion;
import io.redress.kit.boot.Runtime;
import io.redress.kit.boot.ServiceConfig;
import io.redress.kit.boot.ServiceKit;
import io.redress.kit.config.Env;
import io.redress.kit.pg.Migrations;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that starts before its database answers. */
class LateDatabaseIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();
    private static final String SCHEMA = "gateway";

    private final Vertx vertx = INFRASTRUCTURE.vertx();
    private final int port = FreePorts.next();
    private final AtomicInteger tries = new AtomicInteger();
    private final NetServer database = vertx.createNetServer().connectHandler(client -> {
        client.pause();
        PgUrl real = INFRASTRUCTURE.postgres().superuserUrl();
        vertx.createNetClient().connect(real.port(), real.host()).onSuccess(server -> {
            client.pipeTo(server);
            server.pipeTo(client);
        });
    });
    private ServiceKit kit;

    @BeforeEach
    void wire() {
        Map<String, String> environment = new HashMap<>(INFRASTRUCTURE.environment("penalty-service", SCHEMA));
        Migrations.run(ServiceConfig.from(new Env(environment), 8080).pg(), SCHEMA);
        environment.put("REDRESS_PG_URL", "postgresql://127.0.0.1:" + port + "/" + Provisioning.DATABASE);
        ServiceConfig config = ServiceConfig.from(new Env(environment), 8080);
        kit = new TallyService(config, Runtime.production(vertx)).kit();
    }

    @AfterEach
    void stop() {
        kit.stop().await();
        database.close().await();
    }

    @Test
    void what_prepares_it_is_begun_again_until_the_database_is_there() throws Exception {
        kit.beforeStart(() -> {
            if (tries.incrementAndGet() == 3) {
                return database.listen(port, "127.0.0.1").compose(there -> readSomething());
            }
            return readSomething();
        });

        kit.start().await(30, TimeUnit.SECONDS);

        assertThat(tries).hasValue(3);
    }

    @Test
    void what_runs_beside_it_is_begun_again_until_the_database_is_there() throws Exception {
        kit.beside(new Companion() {
            @Override
            public Future<Void> start() {
                if (tries.incrementAndGet() == 2) {
                    return database.listen(port, "127.0.0.1").compose(there -> readSomething());
                }
                return readSomething();
            }

            @Override
            public Future<Void> stop() {
                return Future.succeededFuture();
            }
        });

        kit.start().await(30, TimeUnit.SECONDS);

        assertThat(tries).hasValue(2);
    }

    @Test
    void whatever_else_goes_wrong_ends_the_start_at_once() {
        kit.beforeStart(() -> {
            tries.incrementAndGet();
            return Future.failedFuture(new IllegalStateException("not what was expected"));
        });

        assertThatThrownBy(() -> kit.start().await(30, TimeUnit.SECONDS)).hasMessage("not what was expected");
        assertThat(tries).hasValue(1);
    }

    private Future<Void> readSomething() {
        return kit.database().read(tx -> tx.query("SELECT 1", Tuple.tuple())).mapEmpty();
    }
}
