package io.redress.penalties.store;

import io.redress.kit.pg.Write;
import io.redress.penalties.app.transparency.Filings.Claimed;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.shop.ShopEvent;
import io.redress.penalties.domain.transparency.Correction;
import io.redress.penalties.domain.transparency.FormatProblem;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is written of filings and corrections. */
final class FilingWrites {

    private static final String RECORD = """
            INSERT INTO transparency_statement (puid, penalty_id, recorded_at)
            VALUES ($1::text, $2::text, $3::timestamptz) ON CONFLICT DO NOTHING""";

    private static final String CORRECT = """
            INSERT INTO transparency_correction
                (puid, ruling_id, case_id, change, points_before, points_after, measures_left, effective_at, known_at)
            SELECT puid, $2::text, $3::text, $4::text, $5::integer, $6::integer, $7::integer, $8::timestamptz, $9::timestamptz
            FROM transparency_statement WHERE penalty_id = $1::text ON CONFLICT DO NOTHING""";

    private static final String REVERSED = """
            UPDATE transparency_statement SET state = 'REFUSED',
                problem_fields = ARRAY['statement'], problem_details = ARRAY['reversed before it was filed']
            WHERE penalty_id = $1::text AND state = 'PENDING' AND NOT unsure""";

    private static final String COMPOSED = """
            UPDATE transparency_statement SET payload = $2::text
            WHERE puid = $1::text AND state = 'PENDING' AND payload IS NULL""";

    private static final String INCOMPOSABLE = """
            UPDATE transparency_statement SET state = 'REFUSED', problem_fields = $2::text[], problem_details = $3::text[]
            WHERE puid = $1::text AND state = 'PENDING' AND payload IS NULL""";

    private static final String FILED = """
            UPDATE transparency_statement t SET state = 'FILED', uuid = f.uuid, filed_at = $3::timestamptz, unsure = false,
                lease_until = '-infinity'
            FROM unnest((SELECT $1::text[]), $2::text[]) AS f (puid, uuid) WHERE t.puid = f.puid AND t.state = 'PENDING'""";

    private static final String REFUSED = """
            UPDATE transparency_statement SET state = 'REFUSED', unsure = false, lease_until = '-infinity',
                problem_fields = $3::text[], problem_details = $4::text[]
            WHERE puid = $1::text AND attempts = $2::integer AND state = 'PENDING'""";

    private static final String POSTPONED = """
            UPDATE transparency_statement t SET unsure = $3::boolean, lease_until = '-infinity',
                not_before = now() + $4::bigint * interval '1 millisecond'
            FROM unnest((SELECT $1::text[]), $2::integer[]) AS p (puid, attempts)
            WHERE t.puid = p.puid AND t.attempts = p.attempts AND t.state = 'PENDING'""";

    private static final String AGAIN = """
            UPDATE transparency_statement SET state = 'PENDING', payload = NULL, not_before = '-infinity',
                problem_fields = '{}', problem_details = '{}'
            WHERE puid = $1::text AND state = 'REFUSED'""";

    Write record(Penalty penalty, Instant at) {
        return Write.none()
                .with(RECORD, Tuple.of(penalty.statement().orElseThrow().id(), penalty.id(), Columns.time(at)));
    }

    Write correct(ShopEvent.PenaltyCorrected event, Instant at) {
        Penalty penalty = event.penalty();
        boolean reversed = penalty.status() == PenaltyStatus.REVERSED;
        Correction.Change change = reversed ? Correction.Change.REVERSED : Correction.Change.REDUCED;
        Write write = Write.none()
                .with(
                        CORRECT,
                        Tuple.of(
                                penalty.id(),
                                event.ruling().rulingId(),
                                event.ruling().caseId(),
                                change.name(),
                                event.pointsBefore(),
                                penalty.points(),
                                event.remaining().size(),
                                Columns.time(event.effectiveAt()),
                                Columns.time(at)));
        return reversed ? write.with(REVERSED, Tuple.of(penalty.id())) : write;
    }

    Write composed(String puid, String payload) {
        return Write.none().with(COMPOSED, Tuple.of(puid, payload));
    }

    Write incomposable(String puid, List<FormatProblem> problems) {
        return Write.none().with(INCOMPOSABLE, problems(Tuple.of(puid), problems));
    }

    Write filed(Map<String, String> uuids, Instant at) {
        List<String> puids = uuids.keySet().stream().sorted().toList();
        Tuple arguments = Tuple.tuple()
                .addArrayOfString(puids.toArray(String[]::new))
                .addArrayOfString(puids.stream().map(uuids::get).toArray(String[]::new))
                .addOffsetDateTime(Columns.time(at));
        return Write.none().with(FILED, arguments);
    }

    Write refused(Claimed claimed, List<FormatProblem> problems) {
        return Write.none().with(REFUSED, problems(Tuple.of(claimed.puid(), claimed.attempts()), problems));
    }

    Write postponed(List<Claimed> claimed, boolean unsure, Duration pause) {
        Tuple arguments = Tuple.tuple()
                .addArrayOfString(claimed.stream().map(Claimed::puid).toArray(String[]::new))
                .addArrayOfInteger(claimed.stream().map(Claimed::attempts).toArray(Integer[]::new))
                .addBoolean(unsure)
                .addLong(pause.toMillis());
        return Write.none().with(POSTPONED, arguments);
    }

    Write again(String puid) {
        return Write.guarded(AGAIN, Tuple.of(puid));
    }

    private static Tuple problems(Tuple arguments, List<FormatProblem> problems) {
        return arguments
                .addArrayOfString(texts(problems, FormatProblem::field))
                .addArrayOfString(texts(problems, FormatProblem::detail));
    }

    private static String[] texts(List<FormatProblem> problems, Function<FormatProblem, String> part) {
        return problems.stream().map(part).toArray(String[]::new);
    }
}
