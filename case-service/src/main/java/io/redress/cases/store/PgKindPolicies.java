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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The kinds of each version of the case policy. Rows are added, never changed. */
public final class PgKindPolicies implements KindPolicies {

    private static final String IN_FORCE = "SELECT max(version) AS version FROM case_clock";

    private static final String KINDS = """
            SELECT k.kind, k.opens_within, k.once, k.respondent, k.respondent_department,
                   (SELECT array_agg(e.effect) FROM kind_effect e WHERE e.version = k.version AND e.kind = k.kind) AS effects
            FROM kind_policy k WHERE k.version = $1 AND ($2::text IS NULL OR k.kind = $2)""";

    private static final String REQUIREMENTS = """
            SELECT r.kind, r.requirement_id, r.about, r.owner, r.to_exclude,
                   (SELECT array_agg(p.evidence_kind ORDER BY p.position) FROM kind_requirement_proof p
                    WHERE p.version = r.version AND p.kind = r.kind AND p.requirement_id = r.requirement_id) AS proved_by
            FROM kind_requirement r WHERE r.version = $1 AND ($2::text IS NULL OR r.kind = $2) ORDER BY r.kind, r.position""";

    private static final String KIND_ROWS = """
            INSERT INTO kind_policy (version, kind, opens_within, once, respondent, respondent_department)
            SELECT $1::bigint, k.* FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) AS k""";

    private static final String EFFECT_ROWS = """
            INSERT INTO kind_effect (version, kind, effect) SELECT $1::bigint, e.* FROM unnest($2::text[], $3::text[]) AS e""";

    private static final String REQUIREMENT_ROWS = """
            INSERT INTO kind_requirement (version, kind, requirement_id, about, owner, to_exclude, position)
            SELECT $1::bigint, r.*
            FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) WITH ORDINALITY AS r""";

    private static final String PROOF_ROWS = """
            INSERT INTO kind_requirement_proof (version, kind, requirement_id, evidence_kind, position)
            SELECT $1::bigint, p.* FROM unnest($2::text[], $3::text[], $4::text[], $5::int[]) AS p""";

    private record EffectRow(CaseKind kind, EffectKind effect) {}

    private record RuleRow(CaseKind kind, RequirementRule rule) {}

    private record ProofRow(CaseKind kind, String requirementId, String evidenceKind, int position) {}

    @Override
    public Future<Version> inForce(Tx tx) {
        return tx.query(IN_FORCE, Columns.tuple())
                .map(rows -> rows.iterator().next().getLong("version"))
                .compose(version -> kinds(tx, version, Optional.empty()).map(kinds -> new Version(version, kinds)));
    }

    /** What a version says of a kind; empty when it does not offer it. */
    static Future<Optional<KindPolicy>> find(Tx tx, long version, CaseKind kind) {
        return kinds(tx, version, Optional.of(kind)).map(kinds -> Optional.ofNullable(kinds.get(kind)));
    }

    private static Future<Map<CaseKind, KindPolicy>> kinds(Tx tx, long version, Optional<CaseKind> only) {
        String kind = only.map(CaseKind::name).orElse(null);
        return tx.query(REQUIREMENTS, Columns.tuple(version, kind)).compose(requirements -> {
            Map<CaseKind, List<RequirementRule>> rules = new EnumMap<>(CaseKind.class);
            requirements.forEach(row ->
                    rules.computeIfAbsent(kind(row), none -> new ArrayList<>()).add(rule(row)));
            return tx.query(KINDS, Columns.tuple(version, kind)).map(rows -> {
                Map<CaseKind, KindPolicy> kinds = new EnumMap<>(CaseKind.class);
                rows.forEach(row -> kinds.put(kind(row), policy(row, rules.getOrDefault(kind(row), List.of()))));
                return kinds;
            });
        });
    }

    private static CaseKind kind(Row row) {
        return CaseKind.valueOf(row.getString("kind"));
    }

    private static KindPolicy policy(Row row, List<RequirementRule> rules) {
        return new KindPolicy(
                kind(row),
                Columns.maybeText(row, "opens_within").map(Term::parse),
                KindPolicy.Once.valueOf(row.getString("once")),
                new KindPolicy.Respondent(
                        KindPolicy.Respondent.By.valueOf(row.getString("respondent")),
                        Columns.maybeText(row, "respondent_department")),
                rules,
                Columns.texts(row, "effects").stream().map(EffectKind::valueOf).collect(Collectors.toSet()));
    }

    private static RequirementRule rule(Row row) {
        return new RequirementRule(
                row.getString("requirement_id"),
                Columns.maybeText(row, "about"),
                Columns.maybeText(row, "owner"),
                Columns.maybeText(row, "to_exclude"),
                Columns.texts(row, "proved_by"));
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
