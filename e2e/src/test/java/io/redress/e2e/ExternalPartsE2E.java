package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.CommandLine.Ended;
import io.redress.infra.BrokerTopology;
import io.redress.infra.EmbeddedKafka;
import io.redress.infra.EmbeddedPostgres;
import io.redress.infra.Provisioning;
import io.redress.quickstart.suite.ServiceName;
import io.redress.quickstart.suite.SuiteFile;
import io.redress.testkit.ChildProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A suite in the foreground on a database server and a broker that were there before it and outlive it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@OwnProcesses
class ExternalPartsE2E {

    private static final String ADMIN_PASSWORD = "the admin's";

    @TempDir
    private static Path directory;

    private static EmbeddedPostgres postgres;
    private static EmbeddedKafka kafka;
    private static BrokerTopology topology;
    private static CommandLine redress;
    private static ChildProcess suite;

    @BeforeAll
    static void up() throws Exception {
        redress = new CommandLine(directory);
        topology = topology();
        postgres = EmbeddedPostgres.start(directory.resolve("their-postgres"), 0, "p@ss/w:rd %+");
        Map<String, String> passwords = new HashMap<>();
        topology.principals().forEach(principal -> passwords.put(principal, "password of " + principal));
        kafka = EmbeddedKafka.start(new EmbeddedKafka.Settings(
                directory.resolve("their-kafka"), 0, ADMIN_PASSWORD, passwords, new BrokerTopology(List.of())));
        suite = redress.foreground(
                "--pg-url", postgres.superuserUrl().withCredentials(),
                "--kafka", kafka.bootstrap(),
                "--kafka-passwords", passwordFile(passwords).toString());
        suite.awaitReady(redress.ports().management(ServiceName.GATEWAY));
    }

    @AfterAll
    static void end() {
        redress.close();
        suite.close();
        kafka.close();
        postgres.close();
    }

    @Test
    @Order(1)
    void another_up_waits_until_it_is_ready_and_leaves_it_alone() {
        Ended second = redress.up();

        assertThat(second.exit()).as(second + suite.out()).isZero();
        assertThat(second.out()).startsWith("A suite is already there, process " + suite.pid() + ".");
    }

    @Test
    @Order(2)
    void it_makes_its_database_topics_and_rights_there_and_keeps_none_of_its_own() throws Exception {
        SuiteDatabase database = new SuiteDatabase(postgres.superuserUrl().withDatabase("redress"));

        assertThat(database.find("SELECT id FROM penalties.shop")).contains("s-2004");
        try (Admin admin = kafka.admin()) {
            Set<String> topics = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            assertThat(topics)
                    .containsAll(topology.topics().stream()
                            .map(BrokerTopology.Topic::name)
                            .toList());
        }
        assertThat(redress.data().resolve("postgres")).doesNotExist();
        assertThat(redress.data().resolve("kafka")).doesNotExist();
    }

    @Test
    @Order(3)
    void a_story_holds_on_them() {
        Ended story = redress.run("story", "S4");

        assertThat(story.exit()).as(story.toString()).isZero();
    }

    @Test
    @Order(4)
    void the_database_s_owner_cannot_change_a_row_unseen() throws Exception {
        database().edit("penalties", "s-2004", 1);

        Ended verified = redress.run("verify-audit");

        assertThat(verified.exit()).isEqualTo(1);
        assertThat(verified.lines())
                .anyMatch(line ->
                        line.startsWith("FAILED penalty-service") && line.contains("s-2004 #1: its text was changed"))
                .anyMatch(line -> line.startsWith("ok case-service"));
        assertThat(verified.lastLine())
                .isEqualTo("verify-audit: " + (CommandLine.SERVICES_WITH_HISTORY - 1) + " ok, 1 failed");
    }

    @Test
    @Order(5)
    void a_chain_that_he_computes_anew_contradicts_what_was_signed() throws Exception {
        Path signed = redress.data().resolve("audit").resolve("penalties.checkpoints");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Files.exists(signed) && Files.readString(signed).contains("m-1005"));
        database().forge("penalties", "merchant", "m-1005");

        Ended verified = redress.run("verify-audit");

        assertThat(verified.exit()).isEqualTo(1);
        assertThat(verified.out())
                .containsPattern("m-1005: its history up to #\\d+, recorded between .* and .*, is not what checkpoint")
                .doesNotContain("m-1005 #");
    }

    @Test
    @Order(6)
    void the_passwords_it_was_given_are_not_in_its_log() {
        assertThat(suite.out() + suite.err()).doesNotContain("p@ss", "p%40ss", ADMIN_PASSWORD, "password of ");
    }

    @Test
    @Order(7)
    void sigterm_ends_it_in_order_and_leaves_what_is_not_its_own() throws Exception {
        suite.terminate();

        assertThat(suite.exit()).isEqualTo(ChildProcess.ENDED_BY_SIGTERM);
        assertThat(suite.out() + suite.err())
                .contains("the suite is ready")
                .doesNotContain("did not stop in order")
                .doesNotContain("ERROR");
        assertThat(SuiteFile.read(redress.data())).isEmpty();
        assertThat(Files.readString(redress.data().resolve("clock").resolve("business-time")))
                .startsWith("stopped ");
        assertThat(new SuiteDatabase(postgres.superuserUrl()).find("SELECT 1")).containsExactly("1");
    }

    private static SuiteDatabase database() {
        return new SuiteDatabase(postgres.superuserUrl().withDatabase(Provisioning.DATABASE));
    }

    private static BrokerTopology topology() throws IOException {
        try (InputStream document = ExternalPartsE2E.class.getResourceAsStream("/asyncapi.yaml")) {
            return BrokerTopology.parse(document);
        }
    }

    private static Path passwordFile(Map<String, String> passwords) throws IOException {
        Properties file = new Properties();
        file.putAll(passwords);
        file.setProperty(EmbeddedKafka.ADMIN, ADMIN_PASSWORD);
        Path path = directory.resolve("passwords.properties");
        try (OutputStream out = Files.newOutputStream(path)) {
            file.store(out, null);
        }
        return path;
    }
}
