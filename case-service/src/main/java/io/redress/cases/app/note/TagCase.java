package io.redress.cases.app.note;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.note.CaseTags.Entry;
import io.redress.cases.app.note.CaseTags.Tag;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.CaseTag;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts tags on cases and takes them away. They are the staff's: no new version of the case, and nothing that the merchant's
 * side is told. Two who tag at once may end with one tag more than a case may have. Refusals: tag-invalid,
 * tag-limit-reached.
 */
public final class TagCase {

    private final CaseDesk desk;
    private final CaseTags tags;

    public TagCase(CaseDesk desk, CaseTags tags) {
        this.desk = desk;
        this.tags = tags;
    }

    /** The tags that the case has then; one that it has already changes nothing. */
    public Future<Decision<List<Tag>>> add(String caseId, String written, CommandContext context, Tx tx) {
        return decide(caseId, written, context, tx, (before, tag) -> {
            if (has(before, tag)) {
                return Decision.accept(before, Revision.NEW, Write.none());
            }
            if (before.size() >= CaseTag.MOST) {
                return Decision.refuse(
                        Refusal.of(CaseRefusal.TAG_LIMIT_REACHED, "A case has " + CaseTag.MOST + " tags at the most."));
            }
            Tag added = new Tag(tag.text(), context.caller().subject(), context.businessTime());
            List<Tag> after = Stream.concat(before.stream(), Stream.of(added))
                    .sorted(Comparator.comparing(Tag::tag))
                    .toList();
            return Decision.accept(after, Revision.NEW, tags.add(caseId, tag, context));
        });
    }

    /** The tags that are left; one that the case has not changes nothing. */
    public Future<Decision<List<Tag>>> remove(String caseId, String written, CommandContext context, Tx tx) {
        return decide(caseId, written, context, tx, (before, tag) -> {
            List<Tag> after =
                    before.stream().filter(one -> !one.tag().equals(tag.text())).toList();
            Write write = has(before, tag) ? tags.remove(caseId, tag, context) : Write.none();
            return Decision.accept(after, Revision.NEW, write);
        });
    }

    /** Empty if there is no such case for this caller. */
    public Future<Optional<List<Tag>>> of(String caseId, CommandContext context, Tx tx) {
        return desk.read(caseId, context, tx)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : tags.of(tx, caseId).map(Optional::of));
    }

    /** Who did what; empty as {@link #of}. */
    public Future<Optional<List<Entry>>> log(
            String caseId, int limit, long afterSequence, CommandContext context, Tx tx) {
        return desk.read(caseId, context, tx)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : tags.log(tx, caseId, limit, afterSequence).map(Optional::of));
    }

    private interface Change {
        Decision<List<Tag>> to(List<Tag> before, CaseTag tag);
    }

    private Future<Decision<List<Tag>>> decide(
            String caseId, String written, CommandContext context, Tx tx, Change change) {
        return of(caseId, context, tx).map(found -> {
            if (found.isEmpty()) {
                return Decision.notFound();
            }
            return CaseTag.of(written) instanceof Outcome.Done<CaseTag> tag
                    ? change.to(found.get(), tag.value())
                    : Decision.refuse(((Outcome.Refused<CaseTag>) CaseTag.of(written)).refusal());
        });
    }

    private static boolean has(List<Tag> tags, CaseTag tag) {
        return tags.stream().anyMatch(one -> one.tag().equals(tag.text()));
    }
}
