package io.redress.cases.store;

import io.redress.cases.app.KindPolicies;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.EffectKind;
import io.redress.cases.domain.KindPolicy;
import io.redress.cases.domain.RequirementRule;
import io.redress.cases.domain.Term;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The kinds of each version of the case policy. Rows are added, never changed. */
public final class PgKindPolicies implements KindPolicies {

    // One round trip: it is part of every opening.
    private static final String KINDS = """
            SELECT v.version, k.kind, k.opens_within, k.once, k.respondent, k.respondent_department, e.effects, r.rules,
                   r.about, r.owners, r.exclusions, p.proved, p.proofs
            FROM (SELECT coalesce($1::bigint, (SELECT max(version) FROM case_clock)) AS version) v
            LEFT JOIN kind_policy k ON k.version = v.version AND ($2::text IS NULL OR k.kind = $2)
            CROSS JOIN LATERAL (
                SELECT array_agg(effect) AS effects FROM kind_effect WHERE version = k.version AND kind = k.kind) e
            CROSS JOIN LATERAL (
                SELECT array_agg(requirement_id ORDER BY position) AS rules,
                       array_agg(coalesce(about, '') ORDER BY position) AS about,
                       array_agg(coalesce(owner, '') ORDER BY position) AS owners,
                       array_agg(coalesce(to_exclude, '') ORDER BY position) AS exclusions
                FROM kind_requirement WHERE version = k.version AND kind = k.kind) r
            CROSS JOIN LATERAL (
                SELECT array_agg(requirement_id ORDER BY requirement_id, position) AS proved,
                       array_agg(evidence_kind ORDER BY requirement_id, position) AS proofs
                FROM kind_requirement_proof WHERE version = k.version AND kind = k.kind) p""";

    private static final String KIND_ROWS = """
            INSERT INTO kind_policy (version, kind, opens_within, once, respondent, respondent_department)
            SELECT $1::bigint, k.* FROM unnest((SELECT $2::text[]), $3::text[], $4::text[], $5::text[], $6::text[]) AS k""";

    private static final String EFFECT_ROWS = """
            INSERT INTO kind_effect (version, kind, effect) SELECT $1::bigint, e.* FROM unnest((SELECT $2::text[]), $3::text[]) AS e""";

    private static final String REQUIREMENT_ROWS = """
            INSERT INTO kind_requirement (version, kind, requirement_id, about, owner, to_exclude, position)
            SELECT $1::bigint, r.*
            FROM unnest((SELECT $2::text[]), $3::text[], $4::text[], $5::text[], $6::text[]) WITH ORDINALITY AS r""";

    private static final String PROOF_ROWS = """
            INSERT INTO kind_requirement_proof (version, kind, requirement_id, evidence_kind, position)
            SELECT $1::bigint, p.* FROM unnest((SELECT $2::text[]), $3::text[], $4::text[], $5::int[]) AS p""";

    private record EffectRow(CaseKind kind, EffectKind effect) {}

    private record RuleRow(CaseKind kind, RequirementRule rule) {}

    private record ProofRow(CaseKind kind, String requirementId, String evidenceKind, int position) {}

    @Override
    public Future<Version> inForce(Tx tx) {
        return tx.query(KINDS, Columns.tuple(null, null))
                .map(rows -> new Version(rows.iterator().next().getLong("version"), kinds(rows)));
    }

    /** What a version says of a kind; empty when it does not offer it. */
    static Future<Optional<KindPolicy>> find(Tx tx, long version, CaseKind kind) {
        return tx.query(KINDS, Columns.tuple(version, kind.name()))
                .map(rows -> Optional.ofNullable(kinds(rows).get(kind)));
    }

    /** A version that offers no kind is a row without one. */
    private static Map<CaseKind, KindPolicy> kinds(RowSet<Row> rows) {
        Map<CaseKind, KindPolicy> kinds = new EnumMap<>(CaseKind.class);
        for (Row row : rows) {
            Columns.maybeText(row, "kind").map(CaseKind::valueOf).ifPresent(kind -> kinds.put(kind, policy(kind, row)));
        }
        return kinds;
    }

    private static KindPolicy policy(CaseKind kind, Row row) {
        return new KindPolicy(
                kind,
                Columns.maybeText(row, "opens_within").map(Term::parse),
                KindPolicy.Once.valueOf(row.getString("once")),
                new KindPolicy.Respondent(
                        KindPolicy.Respondent.By.valueOf(row.getString("respondent")),
                        Columns.maybeText(row, "respondent_department")),
                rules(row),
                Columns.texts(row, "effects").stream().map(EffectKind::valueOf).collect(Collectors.toSet()));
    }

    private static List<RequirementRule> rules(Row row) {
        List<String> ids = Columns.texts(row, "rules");
        List<String> about = Columns.texts(row, "about");
        List<String> owners = Columns.texts(row, "owners");
        List<String> exclusions = Columns.texts(row, "exclusions");
        List<String> proved = Columns.texts(row, "proved");
        List<String> proofs = Columns.texts(row, "proofs");
        return IntStream.range(0, ids.size())
                .mapToObj(i -> new RequirementRule(
                        ids.get(i),
                        said(about.get(i)),
                        said(owners.get(i)),
                        said(exclusions.get(i)),
                        IntStream.range(0, proofs.size())
                                .filter(proof -> proved.get(proof).equals(ids.get(i)))
                                .mapToObj(proofs::get)
                                .toList()))
                .toList();
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(words -> !words.isEmpty());
    }

    /** Adds to the write of a policy what it says of its kinds. */
    static Write insert(long version, List<KindPolicy> kinds, Write write) {
        List<EffectRow> effects = kinds.stream()
                .flatMap(kind -> kind.effects().stream().map(effect -> new EffectRow(kind.kind(), effect)))
                .toList();
        List<RuleRow> rules = kinds.stream()
                .flatMap(kind -> kind.requirements().stream().map(rule -> new RuleRow(kind.kind(), rule)))
                .toList();
        List<ProofRow> proofs =
                rules.stream().flatMap(row -> proofs(row).stream()).toList();
        return write.with(
                        KIND_ROWS,
                        Columns.tuple(
                                version,
                                Columns.texts(kinds, kind -> kind.kind().name()),
                                Columns.texts(kinds, kind -> kind.window()
                                        .map(Term::toString)
                                        .orElse(null)),
                                Columns.texts(kinds, kind -> kind.once().name()),
                                Columns.texts(
                                        kinds, kind -> kind.respondent().by().name()),
                                Columns.texts(
                                        kinds,
                                        kind -> Columns.orNull(kind.respondent().department()))))
                .with(
                        EFFECT_ROWS,
                        Columns.tuple(
                                version,
                                Columns.texts(effects, row -> row.kind().name()),
                                Columns.texts(effects, row -> row.effect().name())))
                .with(
                        REQUIREMENT_ROWS,
                        Columns.tuple(
                                version,
                                Columns.texts(rules, row -> row.kind().name()),
                                Columns.texts(rules, row -> row.rule().id()),
                                optional(rules, RequirementRule::about),
                                optional(rules, RequirementRule::owner),
                                optional(rules, RequirementRule::toExclude)))
                .with(
                        PROOF_ROWS,
                        Columns.tuple(
                                version,
                                Columns.texts(proofs, row -> row.kind().name()),
                                Columns.texts(proofs, ProofRow::requirementId),
                                Columns.texts(proofs, ProofRow::evidenceKind),
                                proofs.stream().map(ProofRow::position).toArray(Integer[]::new)));
    }

    private static String[] optional(List<RuleRow> rules, Function<RequirementRule, Optional<String>> column) {
        return Columns.texts(rules, row -> Columns.orNull(column.apply(row.rule())));
    }

    private static List<ProofRow> proofs(RuleRow row) {
        List<String> kinds = row.rule().provedBy();
        return IntStream.range(0, kinds.size())
                .mapToObj(i -> new ProofRow(row.kind(), row.rule().id(), kinds.get(i), i + 1))
                .toList();
    }
}
