package io.redress.penalties.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.penalties.SampleRulebooks;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.Facts;
import io.redress.penalties.domain.penalty.LegacyMeasure;
import io.redress.penalties.domain.penalty.ObjectRef;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.Statement;
import io.redress.penalties.domain.penalty.WithoutNotice;
import io.redress.penalties.domain.rulebook.Assessment;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.shop.Approving;
import io.redress.penalties.domain.shop.Crediting;
import io.redress.penalties.domain.shop.EffectLine;
import io.redress.penalties.domain.shop.EnteringIntoForce;
import io.redress.penalties.domain.shop.Finality;
import io.redress.penalties.domain.shop.Issuing;
import io.redress.penalties.domain.shop.MeasureCourse;
import io.redress.penalties.domain.shop.Proposal;
import io.redress.penalties.domain.shop.Proposing;
import io.redress.penalties.domain.shop.Ruling;
import io.redress.penalties.domain.shop.RulingRef;
import io.redress.penalties.domain.shop.ShopChange;
import io.redress.penalties.domain.shop.ShopEvent;
import io.redress.penalties.domain.shop.ShopFile;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** One shop under the sample rulebooks, driven by domain commands in memory. */
public final class ShopScenario {

    public static final Rulebooks RULEBOOKS = new Rulebooks(List.of(
            RulebookDocument.parse(SampleRulebooks.json(11).encode()),
            RulebookDocument.parse(SampleRulebooks.json(12).encode())));

    private final AtomicInteger nextId = new AtomicInteger();
    private final IdSource ids = prefix -> prefix + "_" + nextId.incrementAndGet();
    private final List<ShopEvent> events = new ArrayList<>();
    private ShopFile file = new ShopFile("s-1", "m-1", "zh", 0, List.of(), List.of(), List.of(), List.of(), RULEBOOKS);

    public static Instant at(String time) {
        return OffsetDateTime.parse(time.length() == "2018-03-01".length() ? time + "T00:00:00+08:00" : time)
                .toInstant();
    }

    public static Proposal.Charge charge(String clauseId, String listing, String act) {
        return charge(clauseId, listing, act, OptionalInt.empty(), Map.of());
    }

    public static Proposal.Charge charge(String clauseId, String listing, String act, int points, String factor) {
        return charge(clauseId, listing, act, OptionalInt.of(points), Map.of(factor, "high"));
    }

    public static Proposal.Charge charge(
            String clauseId, String listing, String act, OptionalInt points, Map<String, String> factors) {
        return new Proposal.Charge(
                new Assessment.Request(
                        clauseId,
                        at(act),
                        points,
                        factors,
                        Optional.of("weighed").filter(reasons -> !factors.isEmpty())),
                at(act),
                List.of(new ObjectRef(ObjectRef.Type.LISTING, listing)),
                new Facts(
                        Optional.of(new Text("事实", "a fact")),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        OptionalInt.empty()),
                Optional.empty());
    }

    /** The same, stated as not intended. */
    public static Proposal.Charge unintentional(Proposal.Charge charge) {
        return new Proposal.Charge(
                charge.request(),
                charge.actTo(),
                charge.objects(),
                charge.facts(),
                Optional.of(new Text("系统故障所致", "a fault of the system")));
    }

    public static Proposal proposal(Optional<String> investigation, Proposal.Charge... charges) {
        return new Proposal(
                "enf-1",
                investigation,
                Optional.empty(),
                new Text("说明", "an explanation"),
                false,
                false,
                "CN",
                List.of(charges),
                Optional.empty());
    }

    public ShopFile file() {
        return file;
    }

    public List<ShopEvent> events() {
        return events;
    }

    public Outcome<Proposing.Proposed> offer(String now, Proposal proposal) {
        return Proposing.propose(file, proposal, ids, at(now));
    }

    /** Proposes; answers the id. */
    public String propose(String now, Proposal proposal) {
        Outcome<Proposing.Proposed> outcome = offer(now, proposal);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        Proposing.Proposed proposed = ((Outcome.Done<Proposing.Proposed>) outcome).value();
        take(Optional.of(proposed.change()));
        return proposed.penaltyId();
    }

    public String propose(String now, Proposal.Charge... charges) {
        return propose(now, proposal(Optional.empty(), charges));
    }

    /** Proposes and stores the statement at once. */
    public String inForce(String now, Proposal.Charge... charges) {
        String id = propose(now, charges);
        store(id, now);
        return id;
    }

    public String imported(String now, String inForceAt, String clauseId, int points, String kind, OptionalInt days) {
        Proposal base = proposal(
                Optional.empty(), charge(clauseId, "l-legacy", "2018-03-01", OptionalInt.of(points), Map.of()));
        String id = propose(
                now,
                new Proposal(
                        base.proposedBy(),
                        base.investigationId(),
                        base.departmentId(),
                        base.explanation(),
                        false,
                        false,
                        "CN",
                        base.charges(),
                        Optional.of(new Proposal.Legacy(
                                "ops-1", at(inForceAt), List.of(new LegacyMeasure(kind, at(inForceAt), days))))));
        store(id, now);
        return id;
    }

    public void store(String penaltyId, String now) {
        take(EnteringIntoForce.statementStored(file, penaltyId, statement(penaltyId), ids, at(now)));
    }

    public void deliver(String penaltyId, String now) {
        take(Issuing.delivered(file, penaltyId, statement(penaltyId), at(now)));
    }

    public void windowOver(String penaltyId, String now) {
        take(EnteringIntoForce.windowOver(file, penaltyId, ids, at(now)));
    }

    public void finalise(String penaltyId, String now) {
        take(Finality.windowClosed(file, penaltyId, ids, at(now)));
    }

    public void serve(String measureId, String now) {
        take(MeasureCourse.serve(file, measureId, ids, at(now)));
    }

    public Outcome<ShopChange> approve(String penaltyId, String approver, String now) {
        return taken(Approving.approve(file, penalty(penaltyId), approver, Optional.empty(), ids, at(now)));
    }

    public Outcome<ShopChange> approveWithoutNotice(String penaltyId, WithoutNotice exception, String now) {
        return taken(Approving.approve(file, penalty(penaltyId), "enf-lead", Optional.of(exception), ids, at(now)));
    }

    /** Takes the change if there is one. */
    public Outcome<ShopChange> taken(Outcome<ShopChange> outcome) {
        if (outcome instanceof Outcome.Done<ShopChange> done) {
            take(Optional.of(done.value()));
        }
        return outcome;
    }

    public Outcome<Ruling.Preview> preview(String penaltyId, Ruling.Verdict verdict, OptionalInt points, String now) {
        return preview(penaltyId, new Ruling.Judgment(verdict, points, List.of()), now);
    }

    public Outcome<Ruling.Preview> preview(String penaltyId, Ruling.Judgment judgment, String now) {
        return Ruling.preview(file, penalty(penaltyId), judgment, ids, at(now));
    }

    /** Rules with the lines that a preview foretells; a rest of 0 overturns. */
    public void rule(String penaltyId, int points, String now) {
        Ruling.Verdict verdict = points == 0 ? Ruling.Verdict.OVERTURN : Ruling.Verdict.PARTIAL;
        rule(penaltyId, new Ruling.Judgment(verdict, OptionalInt.of(points), List.of()), now);
    }

    /** Rules that these measures end and that the points stand. */
    public void lift(String penaltyId, String now, String... measureIds) {
        rule(penaltyId, new Ruling.Judgment(Ruling.Verdict.PARTIAL, OptionalInt.empty(), List.of(measureIds)), now);
    }

    /** Rules with the lines that a preview foretells. */
    public void rule(String penaltyId, Ruling.Judgment judgment, String now) {
        Outcome<Ruling.Preview> foretold = preview(penaltyId, judgment, now);
        assertThat(foretold).isInstanceOf(Outcome.Done.class);
        RulingRef ruling = new RulingRef("cas_1", "rul_1");
        List<EffectLine> lines = ((Outcome.Done<Ruling.Preview>) foretold)
                .value().lines().stream()
                        .map(line -> line instanceof EffectLine.Points pointsLine
                                ? (EffectLine) new EffectLine.Points(
                                        pointsLine.effectId(), ruling, pointsLine.subject(), pointsLine.points())
                                : new EffectLine.MeasureState(
                                        line.effectId(),
                                        ruling,
                                        line.subject(),
                                        ((EffectLine.MeasureState) line).state(),
                                        ((EffectLine.MeasureState) line).byRuling()))
                        .toList();
        take(Optional.of(Ruling.apply(file, penaltyId, "cas_1", lines, ids, at(now))));
    }

    /** Credits so many points of a milestone, with so many a year at most. */
    public void credit(int points, int yearlyCap, String now) {
        take(Crediting.credit(file, new Crediting.Earned("prg_1", "ver_1", points, yearlyCap), ids, at(now)));
    }

    public void take(Optional<ShopChange> change) {
        change.ifPresent(what -> {
            file = what.after();
            events.addAll(what.events());
        });
    }

    public IdSource ids() {
        return ids;
    }

    public Penalty penalty(String id) {
        return file.penalty(id).orElseThrow();
    }

    public int tally(String bucket, String now) {
        return file.tally(bucket, at(now), at(now));
    }

    /** Kind and state of all measures, sorted. */
    public List<String> measures() {
        return file.measures().stream()
                .map(measure -> measure.kind() + " " + measure.state())
                .sorted()
                .toList();
    }

    public Measure measure(String kind) {
        return file.measures().stream()
                .filter(measure -> measure.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    public long thresholdsReached() {
        return events.stream()
                .filter(ShopEvent.ThresholdReached.class::isInstance)
                .count();
    }

    private String statement(String penaltyId) {
        return penalty(penaltyId).statement().map(Statement::id).orElseThrow();
    }
}
