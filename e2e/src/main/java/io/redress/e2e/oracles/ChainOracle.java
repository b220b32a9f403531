package io.redress.e2e.oracles;

import io.redress.quickstart.suite.ServiceName;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;

/** I4, by a recomputation of its own: every history is numbered from 1 without gaps, and chained. */
public final class ChainOracle extends SqlOracle {

    public ChainOracle(Connection connection) {
        super(connection, questions());
    }

    @Override
    public String id() {
        return "I4";
    }

    @Override
    public String guarantees() {
        return "each subject's history is contiguous from 1, each text fits its digest, each hash the one before";
    }

    private static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        for (ServiceName service : ServiceName.values()) {
            String history = service.schema() + ".history";
            String name = service.schema() + ": ";
            questions.put(name + "a number does not follow the one before", """
                    SELECT subject || ' #' || sequence || ' after #' || previous FROM (
                        SELECT subject, sequence,
                               coalesce(lag(sequence) OVER (PARTITION BY subject ORDER BY sequence), 0) AS previous
                        FROM %s) numbered
                    WHERE sequence <> previous + 1""".formatted(history));
            questions.put(name + "a text does not fit its digest", """
                    SELECT subject || ' #' || sequence FROM %s
                    WHERE sha256(salt || convert_to(envelope, 'UTF8')) <> digest""".formatted(history));
            questions.put(name + "a row does not link to the one before", """
                    SELECT subject || ' #' || sequence FROM (
                        SELECT subject, sequence, digest, prev_hash, hash,
                               coalesce(lag(hash) OVER (PARTITION BY subject ORDER BY sequence),
                                        decode(repeat('00', 32), 'hex')) AS previous
                        FROM %s) chained
                    WHERE prev_hash <> previous OR hash <> sha256(previous || digest)""".formatted(history));
            questions.put(name + "columns and text differ", """
                    SELECT subject || ' #' || sequence FROM %s
                    WHERE envelope::jsonb ->> 'id' IS DISTINCT FROM event_id
                       OR envelope::jsonb ->> 'subject' IS DISTINCT FROM subject
                       OR envelope::jsonb ->> 'sequence' IS DISTINCT FROM sequence::text
                       OR envelope::jsonb ->> 'type' IS DISTINCT FROM 'io.redress.%s.' || event_type""".formatted(history, service.schema()));
        }
        return questions;
    }
}
