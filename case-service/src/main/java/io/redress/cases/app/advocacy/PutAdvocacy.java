package io.redress.cases.app.advocacy;

import io.redress.cases.app.Configuration.NewVersion;
import io.redress.cases.app.PutConfiguration;
import io.redress.cases.app.PutConfiguration.Stored;
import io.redress.cases.app.advocacy.AdvocacyDocuments.Absence;
import io.redress.cases.app.advocacy.AdvocacyDocuments.Advocacy;
import io.redress.cases.app.advocacy.AdvocacyDocuments.Advocate;
import io.redress.cases.app.advocacy.AdvocacyDocuments.Interest;
import io.redress.cases.domain.CaseRefusal;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Replaces what is known of advocates, of an employee's interests, or of an absence. The same document again changes
 * nothing. Refusals: inconsistent-data.
 */
public final class PutAdvocacy {

    private final PutConfiguration configuration;
    private final AdvocacyDocuments documents;

    public PutAdvocacy(PutConfiguration configuration, AdvocacyDocuments documents) {
        this.configuration = configuration;
        this.documents = documents;
    }

    public Future<Decision<Stored>> advocacy(Advocacy advocacy, String text, CommandContext context, Tx tx) {
        List<String> ids = advocacy.advocates().stream().map(Advocate::id).toList();
        if (new HashSet<>(ids).size() < ids.size()) {
            return refuse("An advocate is given twice.");
        }
        return put("advocacy", text, ids, context, tx, version -> documents.advocacy(version, advocacy));
    }

    public Future<Decision<Stored>> interests(
            String employee, List<Interest> interests, String text, CommandContext context, Tx tx) {
        if (new HashSet<>(interests).size() < interests.size()) {
            return refuse("An interest is given twice.");
        }
        return put(
                "interests:" + employee,
                text,
                List.of(employee),
                context,
                tx,
                version -> documents.interests(version, employee, interests));
    }

    public Future<Decision<Stored>> absence(Absence absence, String text, CommandContext context, Tx tx) {
        if (!absence.from().isBefore(absence.until())) {
            return refuse("An absence ends after it begins.");
        }
        if (absence.delegate().equals(Optional.of(absence.employee()))) {
            return refuse("Nobody stands in for himself.");
        }
        List<String> people = Stream.concat(Stream.of(absence.employee()), absence.delegate().stream())
                .toList();
        return put(
                "absence:" + absence.employee(),
                text,
                people,
                context,
                tx,
                version -> documents.absence(version, absence));
    }

    private Future<Decision<Stored>> put(
            String id,
            String text,
            List<String> employees,
            CommandContext context,
            Tx tx,
            Function<NewVersion, Write> write) {
        return documents
                .unknown(tx, employees)
                .compose(unknown -> unknown.isEmpty()
                        ? configuration.put(id, text, context, tx, write)
                        : refuse("The organisation has no employee " + first(unknown) + "."));
    }

    private static String first(Set<String> unknown) {
        return unknown.stream().sorted().findFirst().orElseThrow();
    }

    private static Future<Decision<Stored>> refuse(String detail) {
        return Future.succeededFuture(Decision.refuse(Refusal.of(CaseRefusal.INCONSISTENT_DATA, detail)));
    }
}
