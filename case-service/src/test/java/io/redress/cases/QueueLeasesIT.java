package io.redress.cases;

import static io.redress.cases.QueueDesk.OPERATOR;
import static io.redress.cases.QueueDesk.assertRefused;
import static io.redress.cases.QueueDesk.lying;
import static io.redress.cases.QueueDesk.next;
import static io.redress.cases.QueueDesk.path;
import static io.redress.cases.QueueDesk.place;
import static io.redress.cases.QueueDesk.submittedIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How one person has a case of a queue to himself for a while, and how many. */
class QueueLeasesIT {

    private static final CaseSuite SUITE = CaseSuite.get();
    private static final int CALLERS = 20;
    private static final int CASES = 10;

    private final ApiClient adj1 = SUITE.staff("adj-1", "adjudicator");
    private final ApiClient adj2 = SUITE.staff("adj-2", "adjudicator");
    private final ApiClient outsider = SUITE.staff("adj-9", "adjudicator");

    @BeforeEach
    void sample() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Defence.sample();
    }

    @AfterEach
    void putBack() {
        QueueDesk.put();
    }

    @Test
    void nobody_has_more_of_a_queue_on_lease_than_its_limit_and_what_one_has_he_may_have_for_longer() {
        QueueDesk.queue("few", false, "PT1H", 2, QueueDesk.employees("adj-1", "adj-2"));
        String first = lying("few", "URGENT");
        String second = lying("few", "HIGH");
        String third = lying("few", "NORMAL");
        String elsewhere = lying("rulings", "NORMAL");
        next(adj1, "few");
        next(adj1, "few");

        assertRefused(adj1.post("/v1/queues/few/next", CaseSuite.NOTHING), 422, "lease-limit-reached");
        assertRefused(adj1.post(path(third) + "/lease", CaseSuite.NOTHING), 422, "lease-limit-reached");
        assertThat(adj1.post(path(first) + "/lease", CaseSuite.NOTHING).status())
                .isEqualTo(200); // for longer
        assertThat(adj1.post(path(elsewhere) + "/lease", CaseSuite.NOTHING).status())
                .isEqualTo(200); // of another queue
        assertThat(next(adj2, "few").json().getString("caseId")).isEqualTo(third);
        adj2.post(path(third) + "/lease-end", CaseSuite.NOTHING);
        QueueDesk.queue("few", false, "PT1S", 2, QueueDesk.employees("adj-1", "adj-2"));
        QueueDesk.put();
        adj1.post(path(second) + "/lease", CaseSuite.NOTHING); // for a second from now on

        untilAccepted(() -> adj1.post(path(third) + "/lease", CaseSuite.NOTHING)); // one of his is over
        adj1.post(path(elsewhere) + "/lease-end", CaseSuite.NOTHING);
    }

    @Test
    void of_what_one_person_asks_for_at_once_as_many_are_given_as_the_limit_says()
            throws InterruptedException, ExecutionException {
        QueueDesk.queue("greedy", false, "PT1H", QueueDesk.employees("adj-1"));
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            cases.add(lying("greedy", "NORMAL"));
        }

        List<Answer> answers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Callable<Answer>> calls = cases.stream()
                    .<Callable<Answer>>flatMap(id -> Stream.of(
                            () -> adj1.post("/v1/queues/greedy/next", CaseSuite.NOTHING),
                            () -> adj1.post(path(id) + "/lease", CaseSuite.NOTHING)))
                    .toList();
            for (Future<Answer> call : threads.invokeAll(calls)) {
                answers.add(call.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(answers)
                .allMatch(answer -> answer.status() == 200 || answer.code().equals("lease-limit-reached"));
        assertThat(QueueDesk.one("""
                SELECT count(*)::text FROM cases.queue_item WHERE queue_id = 'greedy' AND lease_holder = ?""", "adj-1")).isEqualTo("5"); // what holds where the document does not say it
    }

    @Test
    void the_limit_is_from_one_to_a_hundred_and_five_where_it_is_not_said() {
        QueueDesk.queue("bounded", false, "PT1H", 100, QueueDesk.employees("adj-1"));
        QueueDesk.put();

        assertThat(leaseLimit("bounded")).isEqualTo(100);
        assertThat(leaseLimit("rulings")).isEqualTo(5);
        for (int wrong : List.of(0, 101)) {
            JsonObject document = QueueDesk.document();
            document.getJsonArray("queues").getJsonObject(0).put("leaseLimit", wrong);
            assertRefused(OPERATOR.put("/v1/queues", document), 400, "validation-failed");
        }
    }

    private static int leaseLimit(String queue) {
        return SUITE.contract().checked("listQueues", OPERATOR.get("/v1/queues")).json().getJsonArray("items").stream()
                .map(one -> (JsonObject) one)
                .filter(one -> one.getString("id").equals(queue))
                .findFirst()
                .orElseThrow()
                .getInteger("leaseLimit");
    }

    @Test
    void a_lease_keeps_others_from_claiming_until_it_is_given_back_or_lapses() {
        QueueDesk.queue("leases", false, "PT1H", QueueDesk.employees("adj-1", "adj-2"));
        Answer submitted = submittedIn("leases");
        String id = submitted.json().getString("id");
        Answer leased = SUITE.contract().checked("leaseCase", adj1.post(path(id) + "/lease", CaseSuite.NOTHING));
        assertThat(leased.status()).as(leased.text()).isEqualTo(200);

        assertThat(adj1.post(path(id) + "/lease", CaseSuite.NOTHING).status()).isEqualTo(200); // renewed
        assertRefused(adj2.post(path(id) + "/lease", CaseSuite.NOTHING), 409, "case-leased");
        Answer found = SUITE.contract().checked("getQueueItem", outsider.get(path(id) + "/queue-item"));
        assertThat(found.json().getString("queueId")).isEqualTo("leases");
        assertThat(found.json().getJsonObject("lease").getString("holder")).isEqualTo("adj-1");
        assertRefused(adj2.post(path(id) + "/lease-end", CaseSuite.NOTHING), 409, "case-leased");
        assertRefused(SUITE.command(adj2, submitted, "claim", CaseSuite.NOTHING), 409, "case-leased");

        Answer ended = SUITE.contract().checked("endLease", adj1.post(path(id) + "/lease-end", CaseSuite.NOTHING));
        assertThat(ended.json().containsKey("lease")).isFalse();
        QueueDesk.queue("leases", false, "PT1S", QueueDesk.employees("adj-1", "adj-2"));
        QueueDesk.put();
        assertThat(adj2.post(path(id) + "/lease", CaseSuite.NOTHING).status()).isEqualTo(200);
        Answer claimed = untilAccepted(() -> SUITE.command(adj1, submitted, "claim", CaseSuite.NOTHING));
        assertThat(place(id)).endsWith(" adj-1");
        assertThat(SUITE.merchant(submitted.json().getString("merchantId"))
                        .get(path(id) + "/queue-item")
                        .status())
                .isEqualTo(403);
        SUITE.command(SUITE.merchant(submitted.json().getString("merchantId")), claimed, "withdraw", CaseSuite.NOTHING);
        assertThat(adj1.get(path(id) + "/queue-item").status()).isEqualTo(404);
    }

    /** Leases go by machine time: asked again until the one that is in the way is over. */
    private static Answer untilAccepted(Supplier<Answer> call) {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(call::get, answer -> answer.status() == 200);
    }
}
