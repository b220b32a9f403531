package io.redress.e2e.crash;

import io.redress.e2e.crash.Deed.Repeats;
import io.redress.e2e.crash.Row.Step;
import io.redress.kit.faults.CrashPoint;
import io.redress.kit.faults.CrashPoints;
import io.redress.quickstart.suite.ServiceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One cell: the process ends where it was told to while something is done, is started again, and is asked. */
final class Crash {

    private final Client client;
    private final Evidence evidence;
    private final Publication publication;
    private final Target target;

    Crash(Client client, Evidence evidence, Target target) {
        this.client = client;
        this.evidence = evidence;
        this.publication = new Publication(evidence);
        this.target = target;
    }

    Verdict at(Row row, Deed deed, CrashPoint point, String scope) {
        try {
            List<String> wrong = new ArrayList<>(evidence.awaitRest());
            if (Step.of(point) == Step.OFFSET && !evidence.awaitCommitted(row.service(), scope)) {
                wrong.add("the broker is not told of progress");
            }
            if (wrong.isEmpty()) {
                Optional<Answer> first = end(deed, point, scope, wrong);
                wrong.addAll(answers(deed, first));
                wrong.addAll(effects(row, deed));
            }
            return new Verdict(wrong);
        } catch (RuntimeException e) {
            // the cells that follow are to be judged on their own
            target.restore();
            return new Verdict(List.of(String.valueOf(e)));
        }
    }

    /** The process ends, and is there again; what the client was told before that, if it was accepted. */
    private Optional<Answer> end(Deed deed, CrashPoint point, String scope, List<String> wrong) {
        target.arm(point, scope);
        Optional<Answer> first = client.send(deed.request()).filter(Answer::good);
        OptionalInt exit = target.awaitEnd();
        if (exit.isEmpty()) {
            wrong.add("did not come to this point");
        } else if (exit.getAsInt() != CrashPoints.EXIT_CODE) {
            wrong.add("ended with " + exit.getAsInt() + " instead of " + CrashPoints.EXIT_CODE);
        }
        target.restore();
        return first;
    }

    private List<String> effects(Row row, Deed deed) {
        // what others have to answer first, such as the marketplace, is not seen by who is at rest
        deed.facts().forEach(evidence::await);
        List<String> wrong = new ArrayList<>(evidence.awaitRest());
        for (Fact fact : deed.facts()) {
            long found = evidence.count(fact.sql(), fact.argument());
            if (found != fact.expected()) {
                wrong.add(fact.what() + ": expected " + fact.expected() + ", got " + found);
            }
        }
        for (ServiceName service : ServiceName.values()) {
            wrong.addAll(evidence.damage(service));
        }
        wrong.addAll(publication.wrong(row.service()));
        return wrong;
    }

    /** The client asks with the same key until it knows, and then twice more. */
    private List<String> answers(Deed deed, Optional<Answer> first) {
        Answer known = client.insist(deed.request());
        if (!known.good()) {
            return List.of("the client's repetition was answered " + known.brief());
        }
        Answer again = client.insist(deed.request());
        List<String> wrong = new ArrayList<>();
        if (!again.good()) {
            wrong.add("a further repetition was answered " + again.brief());
        }
        if (deed.repeats() == Repeats.NOTHING) {
            return wrong;
        }
        if (!again.replayed()) {
            wrong.add("a further repetition was not recognised as one");
        }
        if (first.isPresent() && !known.replayed()) {
            wrong.add("what had been acknowledged was done anew");
        }
        if (deed.repeats() == Repeats.WHOLE) {
            first.filter(answer -> !answer.sameAs(known))
                    .ifPresent(answer -> wrong.add("acknowledged " + answer.brief() + ", replayed " + known.brief()));
        }
        boolean comparable = deed.repeats() == Repeats.WHOLE || known.replayed();
        Answer reference = comparable ? known : client.insist(deed.request());
        if (!again.sameAs(reference)) {
            wrong.add("answered " + reference.brief() + ", then " + again.brief());
        }
        return wrong;
    }
}
