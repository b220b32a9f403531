package io.redress.penalties.store;

import io.redress.kit.command.Revision;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.DeadlineKinds;
import io.redress.penalties.domain.penalty.Facts;
import io.redress.penalties.domain.penalty.LegacyMeasure;
import io.redress.penalties.domain.penalty.ObjectRef;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.penalty.Statement;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.penalty.WithoutNotice;
import io.redress.penalties.domain.rulebook.Text;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables penalty, violation, punished_object, legacy_measure and statement. */
final class PenaltyWriter {

    private static final String INSERT = """
            INSERT INTO penalty (id, version, event_sequence, chain_head, status, final, high_impact, approved_by,
                announced_until, effective_at, booking, points_ceiling, appeal_case_id, statement_id,
                exception_kind, exception_zh, exception_en, cure_until, cure_repeats, proof_id,
                decision_id, merchant_id, shop_id, investigation_id, department_id, proposed_by, imported_by,
                legacy_in_force_at, proposed_at, rulebook_number, explanation_zh, explanation_en,
                automated_detection, automated_decision, territory)
            VALUES ($1::text, $2::bigint, $3::bigint, $4::bytea, $5::text, $6::boolean, $7::boolean, $8::text,
                $9::timestamptz, $10::timestamptz, $11::integer, $12::integer, $13::text, $14::text,
                $15::text, $16::text, $17::text, $18::timestamptz, $19::text, $20::text,
                $21::text, $22::text, $23::text, $24::text, $25::text, $26::text, $27::text,
                $28::timestamptz, $29::timestamptz, $30::integer, $31::text, $32::text,
                $33::boolean, $34::boolean, $35::text)""";

    private static final String UPDATE = """
            UPDATE penalty SET version = $2::bigint, event_sequence = $3::bigint, chain_head = $4::bytea, status = $5::text,
                final = $6::boolean, high_impact = $7::boolean, approved_by = $8::text, announced_until = $9::timestamptz,
                effective_at = $10::timestamptz, booking = $11::integer, points_ceiling = $12::integer,
                appeal_case_id = $13::text, statement_id = $14::text, exception_kind = $15::text,
                exception_zh = $16::text, exception_en = $17::text, cure_until = $18::timestamptz,
                cure_repeats = $19::text, proof_id = $20::text
            WHERE id = $1::text AND version = $21::bigint""";

    private static final String VIOLATION = """
            INSERT INTO violation (id, penalty_id, ordinal, clause_id, rulebook_number, bucket, tariff, assessed, points,
                closure_eligible, act_kind, act_from, act_to, fact_zh, fact_en, fact_orders, fact_listings,
                fact_amount_minor, fact_currency, fact_count, factor_names, factor_values, factor_reasons,
                unintentional_zh, unintentional_en)
            VALUES ($1::text, $2::text, $3::integer, $4::text, $5::integer, $6::text, $7::integer, $8::integer, $9::integer,
                $10::boolean, $11::text, $12::timestamptz, $13::timestamptz, $14::text, $15::text, $16::text[], $17::text[],
                $18::bigint, $19::text, $20::integer, $21::text[], $22::text[], $23::text,
                $24::text, $25::text)""";

    private static final String OBJECTS = """
            INSERT INTO punished_object (violation_id, ordinal, penalty_id, shop_id, act_kind, object_type, object_id, during)
            SELECT $1::text, ord, $2::text, $3::text, $4::text, type, id, tstzrange($5::timestamptz, $6::timestamptz, '[]')
            FROM unnest((SELECT $7::text[]), $8::text[]) WITH ORDINALITY AS o (type, id, ord)""";

    private static final String LAPSE =
            "UPDATE punished_object SET lapsed = true WHERE penalty_id = $1::text AND shop_id = $2::text";

    private static final String POINTS = """
            UPDATE violation v SET points = p.points FROM unnest((SELECT $2::text[]), $3::integer[]) AS p (id, points)
            WHERE v.id = p.id AND v.penalty_id = $1::text""";

    private static final String LEGACY = """
            INSERT INTO legacy_measure (penalty_id, ordinal, kind, started_at, days)
            VALUES ($1::text, $2::integer, $3::text, $4::timestamptz, $5::integer)""";

    private static final String STATEMENT = """
            INSERT INTO statement (id, penalty_id, zh, en, issued_at)
            VALUES ($1::text, $2::text, $3::text, $4::text, $5::timestamptz)""";

    private static final String STATEMENT_EVIDENCE = """
            UPDATE statement SET stored_at = $2::timestamptz, delivered_at = $3::timestamptz WHERE id = $1::text""";

    Write write(Optional<Penalty> before, Penalty after, Revision revision, Recorded recorded) {
        Write write = before.isEmpty()
                ? insert(after, recorded)
                : Write.guarded(UPDATE, state(after, recorded).addLong(revision.version()));
        write = statement(write, before.flatMap(Penalty::statement), after);
        if (before.isPresent() && !points(before.get()).equals(points(after))) {
            write = write.with(POINTS, newPoints(after));
        }
        if (!after.punishes()) {
            write = write.with(LAPSE, Tuple.of(after.id(), after.basis().shopId()));
        }
        write = HearingRows.write(deadline(write, before, after), before, after);
        return CureRows.write(write, before, after).with(recorded);
    }

    private static Write deadline(Write write, Optional<Penalty> before, Penalty after) {
        boolean announced = after.status() == PenaltyStatus.ANNOUNCED;
        boolean wasAnnounced = before.map(Penalty::status)
                .filter(PenaltyStatus.ANNOUNCED::equals)
                .isPresent();
        if (announced == wasAnnounced) {
            return write;
        }
        return announced
                ? write.with(Deadlines.schedule(
                        DeadlineKinds.PENALTY_ANNOUNCED,
                        after.id(),
                        after.announcedUntil().orElseThrow()))
                : write.with(Deadlines.cancel(DeadlineKinds.PENALTY_ANNOUNCED, after.id()));
    }

    private static List<Integer> points(Penalty penalty) {
        return penalty.violations().stream().map(Violation::points).toList();
    }

    private static Tuple newPoints(Penalty penalty) {
        return Tuple.of(penalty.id())
                .addArrayOfString(
                        penalty.violations().stream().map(Violation::id).toArray(String[]::new))
                .addArrayOfInteger(points(penalty).toArray(Integer[]::new));
    }

    private static Write statement(Write write, Optional<Statement> before, Penalty after) {
        if (after.statement().isEmpty() || after.statement().equals(before)) {
            return write;
        }
        Statement statement = after.statement().get();
        boolean known = before.map(Statement::id).filter(statement.id()::equals).isPresent();
        return known
                ? write.with(
                        STATEMENT_EVIDENCE,
                        Tuple.of(
                                statement.id(),
                                Columns.time(statement.storedAt()),
                                Columns.time(statement.deliveredAt())))
                : write.with(
                        STATEMENT,
                        Tuple.of(
                                statement.id(),
                                after.id(),
                                statement.text().zh(),
                                statement.text().en(),
                                Columns.time(statement.issuedAt())));
    }

    private static Write insert(Penalty penalty, Recorded recorded) {
        Penalty.Basis basis = penalty.basis();
        Tuple row = state(penalty, recorded)
                .addString(basis.decisionId())
                .addString(basis.merchantId())
                .addString(basis.shopId())
                .addString(basis.investigationId().orElse(null))
                .addString(basis.departmentId().orElse(null))
                .addString(basis.proposedBy())
                .addString(basis.importedBy().orElse(null))
                .addOffsetDateTime(Columns.time(basis.inForceAt()))
                .addOffsetDateTime(Columns.time(basis.proposedAt()))
                .addInteger(basis.rulebookVersion())
                .addString(basis.explanation().zh())
                .addString(basis.explanation().en())
                .addBoolean(basis.automatedDetection())
                .addBoolean(basis.automatedDecision())
                .addString(basis.territory());
        Write write = Write.guarded(INSERT, row);
        for (int ordinal = 0; ordinal < penalty.violations().size(); ordinal++) {
            write = violation(write, penalty, penalty.violations().get(ordinal), ordinal);
        }
        for (int ordinal = 0; ordinal < basis.legacyMeasures().size(); ordinal++) {
            LegacyMeasure legacy = basis.legacyMeasures().get(ordinal);
            write = write.with(
                    LEGACY,
                    Tuple.of(
                            penalty.id(),
                            ordinal,
                            legacy.kind(),
                            Columns.time(legacy.startedAt()),
                            Columns.number(legacy.days())));
        }
        return write;
    }

    private static Tuple state(Penalty penalty, Recorded recorded) {
        Optional<WithoutNotice> exception = penalty.hearing().exception();
        Tuple row = Tuple.tuple()
                .addString(penalty.id())
                .addLong(recorded.after().version())
                .addLong(recorded.after().sequence())
                .addBuffer(Buffer.buffer(recorded.after().chainHead()))
                .addString(penalty.status().name())
                .addBoolean(penalty.isFinal())
                .addBoolean(penalty.highImpact())
                .addString(penalty.approvedBy().orElse(null))
                .addOffsetDateTime(Columns.time(penalty.announcedUntil()))
                .addOffsetDateTime(Columns.time(penalty.effectiveAt()))
                .addInteger(Columns.number(penalty.booking()))
                .addInteger(Columns.number(penalty.pointsCeiling()))
                .addString(penalty.appealCaseId().orElse(null))
                .addString(penalty.statement().map(Statement::id).orElse(null))
                .addString(exception.map(WithoutNotice::kind).orElse(null))
                .addString(exception.map(stated -> stated.reasons().zh()).orElse(null))
                .addString(exception.map(stated -> stated.reasons().en()).orElse(null));
        return CureRows.cure(row, penalty.cure());
    }

    private static Write violation(Write write, Penalty penalty, Violation violation, int ordinal) {
        Facts facts = violation.facts();
        Map<String, String> factors = violation.factors();
        List<String> names = factors.keySet().stream().sorted().toList();
        Tuple row = Tuple.tuple()
                .addString(violation.id())
                .addString(penalty.id())
                .addInteger(ordinal)
                .addString(violation.clauseId())
                .addInteger(violation.rulebookVersion())
                .addString(violation.bucket())
                .addInteger(violation.tariff())
                .addInteger(violation.assessed())
                .addInteger(violation.points())
                .addBoolean(violation.closureEligible())
                .addString(violation.actKind())
                .addOffsetDateTime(Columns.time(violation.actFrom()))
                .addOffsetDateTime(Columns.time(violation.actTo()))
                .addString(facts.description().map(Text::zh).orElse(null))
                .addString(facts.description().map(Text::en).orElse(null))
                .addArrayOfString(facts.orders().toArray(String[]::new))
                .addArrayOfString(facts.listings().toArray(String[]::new))
                .addLong(facts.amount().map(Facts.Amount::amountMinor).orElse(null))
                .addString(facts.amount().map(Facts.Amount::currency).orElse(null))
                .addInteger(Columns.number(facts.count()))
                .addArrayOfString(names.toArray(String[]::new))
                .addArrayOfString(names.stream().map(factors::get).toArray(String[]::new))
                .addString(violation.factorReasons().orElse(null))
                .addString(violation.unintentional().map(Text::zh).orElse(null))
                .addString(violation.unintentional().map(Text::en).orElse(null));
        return write.with(VIOLATION, row).with(OBJECTS, objects(penalty, violation));
    }

    private static Tuple objects(Penalty penalty, Violation violation) {
        return Tuple.of(
                        violation.id(),
                        penalty.id(),
                        penalty.basis().shopId(),
                        violation.actKind(),
                        Columns.time(violation.actFrom()),
                        Columns.time(violation.actTo()))
                .addArrayOfString(violation.objects().stream()
                        .map(object -> object.type().name())
                        .toArray(String[]::new))
                .addArrayOfString(
                        violation.objects().stream().map(ObjectRef::id).toArray(String[]::new));
    }
}
