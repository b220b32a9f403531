package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.WalkCast.Who;
import io.redress.cases.WalkCells.Asked;
import io.redress.cases.WalkMove.Call;
import io.redress.cases.WalkMove.Telling;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;

/** One walk through the life of one case. Everything in it follows from its seed and the times of the rounds. */
final class Walk {

    /** What each refusal is answered with; everything else is a rule, 422. */
    private static final Map<String, Integer> STATUSES = Map.ofEntries(
            Map.entry("forbidden", 403),
            Map.entry("own-cause", 403),
            Map.entry("not-the-advocate", 403),
            Map.entry("not-the-adjudicator", 403),
            Map.entry("not-the-respondent", 403),
            Map.entry("not-found", 404),
            Map.entry("illegal-transition", 409),
            Map.entry("duplicate", 409),
            Map.entry("reopening-not-requested", 409),
            Map.entry("penalty-not-standing", 409),
            Map.entry("advocate-change-used", 409),
            Map.entry("no-advocate-free", 409),
            Map.entry("merchant-opted-out", 409),
            Map.entry("version-conflict", 412),
            Map.entry("precondition-required", 428));

    private record Sent(Call call, ApiClient client, Answer answer) {}

    final long seed;
    final WalkFacts facts;
    final WalkLife life;
    final WalkTold told;
    private final Random random;
    private final WalkCast cast;
    private final WalkRules rules;
    private final WalkEffects effects;
    private final boolean read;
    private final List<Sent> kept = new ArrayList<>();
    final List<Asked> asked = new ArrayList<>();
    private Throwable wrong;
    private final List<String> log = new ArrayList<>();
    private WalkChoice choice;
    private WalkHome home;
    private String id = "";

    Walk(long seed, String name, Instant now) {
        this.seed = seed;
        this.random = new Random(seed);
        random.nextInt(); // the first ones of seeds in a row are alike
        this.facts = new WalkFacts(WalkFacts.KINDS.get(random.nextInt(WalkFacts.KINDS.size())), name);
        this.read = facts.appeal() && random.nextBoolean();
        this.life = new WalkLife(facts.kind, read ? WalkWindow.read(now) : WalkWindow.none());
        this.rules = new WalkRules(life);
        this.effects = new WalkEffects(life);
        this.told = new WalkTold(facts, life, effects);
        this.cast = new WalkCast(facts.merchantId(), facts.respondents());
    }

    /** Takes a step, unless the walk has gone wrong before; what goes wrong ends this walk and leaves the others alone. */
    void step(Consumer<Walk> step) {
        if (wrong == null) {
            try {
                step.accept(this);
            } catch (AssertionError | RuntimeException e) {
                wrong = e;
            }
        }
    }

    Optional<Throwable> wrong() {
        return Optional.ofNullable(wrong);
    }

    void publish() {
        facts.publish(read);
    }

    String id() {
        return id;
    }

    /** Opens the case, by the merchant or on an advocate's own motion. */
    void open(Instant now) {
        boolean ownMotion = random.nextInt(4) == 0;
        Who by = ownMotion ? WalkCast.advocate(random) : cast.merchant;
        Call call = new Call("/v1/cases", by, facts.opening(), false, "", seen -> {
            id = seen.getString("id");
            life.opened(by.id(), ownMotion, now);
        });
        JsonObject opened = send(call, now).json();
        List<String> requirements = opened.getJsonArray("requirements").stream()
                .map(requirement -> ((JsonObject) requirement).getString("id"))
                .toList();
        WalkMoves moves = new WalkMoves(facts, life, rules, effects, "/v1/cases/" + id, requirements);
        choice = new WalkChoice(facts, life, cast, moves, told, random);
        home = new WalkHome(facts, life, rules, cast, moves, told, choice, random);
    }

    /** A few moves; what others tell comes last, and is heard before the next round. */
    List<Telling> turn(Instant now) {
        List<Telling> tellings = new ArrayList<>();
        int moves = 1 + random.nextInt(3);
        for (int i = 0; i < moves; i++) {
            if (tellings.isEmpty()) {
                take(choice.next(id, now), tellings, now);
            } else {
                choice.telling(id, now).ifPresent(telling -> take(telling, tellings, now));
            }
        }
        return tellings;
    }

    /** Goes straight to the end as far as it can without anybody else's word or the passing of time. */
    List<Telling> home(Instant now) {
        List<Telling> tellings = new ArrayList<>();
        while (tellings.isEmpty()) {
            List<WalkMove> next = home.next(id, now);
            if (next.isEmpty()) {
                break;
            }
            next.forEach(move -> take(move, tellings, now));
        }
        return tellings;
    }

    private void take(WalkMove move, List<Telling> tellings, Instant now) {
        if (move instanceof Telling telling) {
            log.add(now + " " + telling);
            tellings.add(telling);
        } else {
            send(spoilt((Call) move), now);
        }
    }

    /** Now and then somebody has not seen what there is, or does not say what he has seen. */
    private Call spoilt(Call call) {
        boolean heard = call.versioned() && !call.expected().equals("forbidden");
        if (heard && random.nextInt(20) == 0) {
            return call.expecting("precondition-required");
        }
        boolean known = heard && !call.expected().equals("not-found");
        return known && life.version > 1 && random.nextInt(12) == 0 ? call.expecting("version-conflict") : call;
    }

    private Answer send(Call call, Instant now) {
        ApiClient client = call.who().client().with("Idempotency-Key", "walk-" + facts.penalty.id() + "-" + log.size());
        boolean stale = call.expected().equals("version-conflict");
        if (call.versioned() && !call.expected().equals("precondition-required")) {
            client = client.with("If-Match", "\"" + (stale ? life.version - 1 : life.version) + "\"");
        }
        Answer answer = client.post(call.path(), call.body());
        log.add(now + " " + life.status + " " + call + " -> " + answer.status() + " " + answer.code());
        asked.add(new Asked(life.status, call.path().substring(call.path().lastIndexOf('/') + 1), call.expected()));
        assertThat(answer.code()).as("%s%n%s", this, answer.text()).isEqualTo(call.expected());
        if (!call.expected().isEmpty()) {
            assertThat(answer.status()).as(toString()).isEqualTo(STATUSES.getOrDefault(call.expected(), 422));
        } else {
            call.then().accept(answer.json());
            if (call.versioned()) {
                assertThat(answer.json().getString("status")).as(toString()).isEqualTo(life.status);
                assertThat(answer.etag()).as(toString()).isEqualTo("\"" + life.version + "\"");
            }
        }
        again(new Sent(call, client, answer));
        return answer;
    }

    /** The same key has the same answer, at once and later. */
    private void again(Sent sent) {
        int status = sent.answer().status();
        boolean stored = status < 300 || status == 409 || status == 422;
        if (stored && random.nextInt(6) == 0) {
            replay(sent);
        }
        if (stored && random.nextInt(6) == 0) {
            kept.add(sent);
        }
    }

    private void replay(Sent sent) {
        Answer replayed = sent.client().post(sent.call().path(), sent.call().body());
        assertThat(replayed.status())
                .as("replay of %s in %s", sent.call(), this)
                .isEqualTo(sent.answer().status());
        assertThat(replayed.bytes())
                .as("replay of %s in %s", sent.call(), this)
                .isEqualTo(sent.answer().bytes());
        assertThat(replayed.header("etag"))
                .as("replay of %s in %s", sent.call(), this)
                .isEqualTo(sent.answer().header("etag"));
    }

    void replayAll() {
        kept.forEach(this::replay);
    }

    /** An advocate was away: who had the case has it no more, if there was somebody else. */
    void handedOver(String absent, Instant now) {
        if (!life.advocate.equals(absent) || !WalkLife.DEFENDED.contains(life.status)) {
            return;
        }
        if (life.free().isEmpty()) {
            life.changed(life.status, "NoAdvocateFree");
        } else {
            String next = cast.merchant.client().get("/v1/cases/" + id).json().getString("advocateId");
            assertThat(life.free()).as(toString()).contains(next);
            life.advocateChanged(next, now);
        }
    }

    /** What was told has been heard, and business time has come to now. */
    void at(Instant now) {
        effects.at(now);
    }

    private String written() {
        return QueueDesk.one(
                "SELECT string_agg(event_type || ' ' || business_time, ', ' ORDER BY sequence) FROM cases.history WHERE subject = ?",
                id);
    }

    /** The case as somebody sees it is the case of this walk. */
    void check(Instant now) {
        Who viewer = choice.viewer();
        Answer answer = viewer.client().get("/v1/cases/" + id);
        assertThat(answer.status()).as(toString()).isEqualTo(200);
        JsonObject seen = answer.json();
        assertThat(WalkShown.of(seen)).as(() -> this + "\n" + written()).isEqualTo(WalkShown.of(life));
        assertThat(answer.etag()).as(toString()).isEqualTo("\"" + life.version + "\"");
        assertThat(WalkShown.requests(seen))
                .as("requests that %s sees in %s", viewer, this)
                .isEqualTo(rules.seesRequests(viewer) ? WalkShown.requests(life) : List.of());
        if (facts.appeal()) {
            JsonObject window = seen.getJsonObject("window");
            assertThat(window.getString("status") + " " + window.getString("closesAt", ""))
                    .as(toString())
                    .isEqualTo(life.window.shown());
        }
        List<String> actions = seen.getJsonArray("nextActions").stream()
                .map(String.class::cast)
                .filter(WalkGrid.OPERATIONS::containsValue)
                .toList();
        assertThat(new TreeSet<>(actions))
                .as("next actions of %s in %s", viewer, this)
                .isEqualTo(rules.nextActions(viewer, now));
    }

    @Override
    public String toString() {
        return "walk " + seed + ", " + facts.kind + " " + id + ":\n" + String.join("\n", log) + "\nnow "
                + WalkShown.of(life);
    }
}
