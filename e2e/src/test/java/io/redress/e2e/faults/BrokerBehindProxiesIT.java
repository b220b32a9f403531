package io.redress.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.e2e.OwnProcesses;
import io.redress.infra.BrokerTopology;
import io.redress.infra.EmbeddedKafka;
import io.redress.infra.EmbeddedKafka.Listener;
import io.redress.infra.FreePorts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proxy for each of two clients, each before a listener of its own. */
@OwnProcesses
@Order(2)
class BrokerBehindProxiesIT {

    private static final Map<String, String> PASSWORDS = Map.of("shop", "shop secret", "cashier", "cashier secret");

    @TempDir
    private static Path directory;

    private static FaultProxy shops;
    private static FaultProxy cashiers;
    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start() {
        int shopPort = FreePorts.next();
        int cashierPort = FreePorts.next();
        shops = FaultProxy.start(0, local(shopPort));
        cashiers = FaultProxy.start(0, local(cashierPort));
        BrokerTopology topology = new BrokerTopology(List.of(
                new BrokerTopology.Topic("orders.v1", 1, Optional.empty(), Set.of("shop"), Set.of("cashier")),
                new BrokerTopology.Topic("bills.v1", 1, Optional.empty(), Set.of("cashier"), Set.of("shop"))));
        kafka = EmbeddedKafka.start(new EmbeddedKafka.Settings(
                directory.resolve("kafka"),
                0,
                "admin secret",
                PASSWORDS,
                topology,
                List.of(
                        new Listener("SHOP", shopPort, shops.port()),
                        new Listener("CASHIER_1", cashierPort, cashiers.port()))));
    }

    @AfterAll
    static void stop() {
        kafka.close();
        shops.close();
        cashiers.close();
    }

    @Test
    void a_client_is_sent_to_the_address_of_the_proxy_it_came_by_and_others_to_the_brokers_own() throws Exception {
        assertThat(portSeenBy("127.0.0.1:" + shops.port())).isEqualTo(shops.port());
        assertThat(portSeenBy("127.0.0.1:" + cashiers.port())).isEqualTo(cashiers.port());
        assertThat("127.0.0.1:" + portSeenBy(kafka.bootstrap())).isEqualTo(kafka.bootstrap());
    }

    @Test
    void a_cut_stops_the_client_behind_it_and_no_other_until_it_is_mended() throws Exception {
        try (var shop = producer(shops, "shop", "shop secret");
                var cashier = producer(cashiers, "cashier", "cashier secret")) {
            send(shop, "orders.v1");
            send(cashier, "bills.v1");

            shops.set(Fault.REFUSE);

            assertThatThrownBy(() -> send(shop, "orders.v1"))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
            send(cashier, "bills.v1");

            shops.set(Fault.CLEAN);
            send(shop, "orders.v1");
        } finally {
            shops.set(Fault.CLEAN);
        }
    }

    @Test
    void passwords_and_rights_are_those_of_the_brokers_own_listener() {
        try (var guessing = producer(shops, "shop", "guess");
                var shop = producer(shops, "shop", "shop secret")) {
            assertThatThrownBy(() -> send(guessing, "orders.v1")).hasCauseInstanceOf(SaslAuthenticationException.class);
            assertThatThrownBy(() -> send(shop, "bills.v1")).hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    private static int portSeenBy(String bootstrap) throws Exception {
        Map<String, Object> login =
                new HashMap<>(EmbeddedKafka.clientProperties(bootstrap, EmbeddedKafka.ADMIN, "admin secret"));
        try (Admin admin = Admin.create(login)) {
            return admin.describeCluster().nodes().get(30, TimeUnit.SECONDS).stream()
                    .mapToInt(Node::port)
                    .sum();
        }
    }

    private static KafkaProducer<String, String> producer(FaultProxy by, String principal, String password) {
        Map<String, Object> properties =
                new HashMap<>(EmbeddedKafka.clientProperties("127.0.0.1:" + by.port(), principal, password));
        properties.put("acks", "all");
        properties.put("max.block.ms", "20000");
        properties.put("linger.ms", "0");
        properties.put("request.timeout.ms", "1000");
        properties.put("delivery.timeout.ms", "5000");
        properties.put("reconnect.backoff.max.ms", "100");
        return new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    }

    private static void send(KafkaProducer<String, String> producer, String topic)
            throws InterruptedException, ExecutionException {
        producer.send(new ProducerRecord<>(topic, "key", "value")).get();
    }

    private static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
