package io.redress.cases.app.evidence;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.EvidenceAct;
import io.redress.cases.domain.EvidenceFile;
import io.redress.cases.domain.EvidenceRules;
import io.redress.cases.domain.EvidenceSight;
import io.redress.cases.domain.ScanVerdict;
import io.redress.cases.domain.Side;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.kit.text.PhraseScanner;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.Pipe;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Adds a file to a case. Guarantees: one content of one side is one file, however often it is sent; an upload that breaks
 * off leaves no row and no bytes; bytes are on disk, or in the bucket, before there is a row. Refusals: illegal-transition,
 * not-the-advocate, not-the-respondent, own-cause, file-too-large, file-type-refused, duplicate, evidence-limit-reached.
 */
public final class AddEvidence {

    private static final int COME_BACK_SECONDS = 1;

    /**
     * What is asked, beside the content.
     *
     * @param phrases that the content must not hold; empty for the merchant's side
     */
    public record Command(
            String caseId,
            String fileName,
            String proves,
            boolean hardship,
            Optional<String> declaredType,
            Optional<PhraseScanner> phrases) {}

    /**
     * Content that is in the store, and pinned there.
     *
     * @param sealed the part of its text that holds one of the phrases
     */
    public record Kept(
            String pinId, String sha256, long bytes, String mediaType, ScanVerdict verdict, Optional<String> sealed) {}

    private final Database database;
    private final CaseDesk desk;
    private final EvidenceFiles files;
    private final EvidenceBytes known;
    private final EvidenceStore store;
    private final EvidenceIntake intake;
    private final VirusScanner scanner;
    private final EvidencePolicy policy;
    private final Ids ids;
    private final AtomicInteger underWay = new AtomicInteger();

    public AddEvidence(
            Database database,
            CaseDesk desk,
            EvidenceFiles files,
            EvidenceBytes known,
            EvidenceStore store,
            EvidenceIntake intake,
            VirusScanner scanner,
            EvidencePolicy policy,
            Ids ids) {
        this.database = database;
        this.desk = desk;
        this.files = files;
        this.known = known;
        this.store = store;
        this.intake = intake;
        this.scanner = scanner;
        this.policy = policy;
        this.ids = ids;
    }

    /** Why it need not be sent; empty where it may be. Fails with not-found where the caller knows no such case. */
    public Future<Optional<Refusal>> admit(String caseId, OptionalLong bytes, CommandContext context, Tx tx) {
        return desk.read(caseId, context, tx).map(found -> {
            CaseResult seen = known(found);
            return EvidenceRules.adding(seen.file(), seen.viewer()).or(() -> tooLarge(bytes));
        });
    }

    /** Takes the content in. */
    public Future<Outcome<Kept>> receive(Command command, Pipe<Buffer> body) {
        if (underWay.incrementAndGet() > policy.uploads()) {
            underWay.decrementAndGet();
            return Future.failedFuture(ProblemException.retryAfter(
                    ProblemType.OVERLOADED, "too many files are being sent", COME_BACK_SECONDS));
        }
        return intake.receive(body, policy.mostBytes())
                .compose(outcome -> outcome instanceof Outcome.Done<EvidenceIntake.Received> done
                        ? keep(command, done.value())
                                .eventually(() -> intake.discard(done.value().path()))
                        : Future.succeededFuture(
                                Outcome.<Kept>refused(((Outcome.Refused<EvidenceIntake.Received>) outcome).refusal())))
                .onComplete(ended -> underWay.decrementAndGet());
    }

    private Future<Outcome<Kept>> keep(Command command, EvidenceIntake.Received received) {
        return intake.mediaType(received.path(), command.fileName(), command.declaredType())
                .compose(type -> type.isEmpty()
                        ? Future.succeededFuture(Outcome.refused(typeRefused()))
                        : sealedPart(command, received, type.get())
                                .compose(part -> scanner.scan(received.path())
                                        .compose(verdict -> store(received, type.get(), verdict, part)))
                                .map(Outcome::done));
    }

    private Future<Optional<String>> sealedPart(Command command, EvidenceIntake.Received received, String mediaType) {
        return command.phrases().isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : intake.find(received.path(), mediaType, command.phrases().get());
    }

    private Future<Kept> store(
            EvidenceIntake.Received received, String mediaType, ScanVerdict verdict, Optional<String> sealed) {
        Kept kept = new Kept(ids.next("pin"), received.sha256(), received.bytes(), mediaType, verdict, sealed);
        return database.<Boolean>inTransaction(tx -> known.pin(tx, kept.pinId(), kept.sha256(), kept.bytes()))
                .compose(pinned -> pinned
                        ? store.put(received.path(), kept.sha256(), kept.bytes())
                                .recover(failure ->
                                        release(kept).transform(released -> Future.<Void>failedFuture(failure)))
                        : Future.failedFuture(ProblemException.retryAfter(
                                ProblemType.DEPENDENCY_UNAVAILABLE,
                                "the same content is being removed at this moment",
                                COME_BACK_SECONDS)))
                .map(put -> kept);
    }

    public Future<Decision<EvidenceResult>> decide(Command command, Kept kept, CommandContext context, Tx tx) {
        return desk.read(command.caseId(), context, tx).compose(found -> {
            CaseResult seen = known(found);
            Optional<Refusal> refusal = EvidenceRules.adding(seen.file(), seen.viewer());
            if (refusal.isPresent()) {
                return Future.succeededFuture(Decision.refuse(refusal.get()));
            }
            Side side = side(seen);
            return files.sameContent(tx, command.caseId(), side, kept.sha256())
                    .compose(same -> same.isPresent()
                            ? Future.succeededFuture(already(command, same.get(), seen))
                            : files.count(tx, command.caseId(), side)
                                    .map(count -> EvidenceRules.oneMore(count.standing(), count.ever())
                                            .map(Decision::<EvidenceResult>refuse)
                                            .orElseGet(() -> added(command, kept, side, seen, context))));
        });
    }

    /** Lets go of what has not become a file of the case. */
    public Future<Void> release(Kept kept) {
        return database.inTransaction(tx -> known.unpin(tx, kept.pinId()));
    }

    private static Decision<EvidenceResult> already(Command command, EvidenceFiles.Versioned same, CaseResult seen) {
        return EvidenceRules.again(same.file(), command.hardship())
                .map(Decision::<EvidenceResult>refuse)
                .orElseGet(
                        () -> Decision.accept(EvidenceResult.of(same, seen), revision(same.version()), Write.none()));
    }

    private Decision<EvidenceResult> added(
            Command command, Kept kept, Side side, CaseResult seen, CommandContext context) {
        Instant now = context.businessTime();
        boolean looked = kept.verdict() != ScanVerdict.NOT_CONFIGURED;
        EvidenceFile file = new EvidenceFile(
                ids.next(EvidenceFile.PREFIX),
                command.caseId(),
                side,
                command.fileName(),
                kept.mediaType(),
                kept.bytes(),
                kept.sha256(),
                command.proves(),
                command.hardship() && side == Side.MERCHANT,
                seen.viewer().id(),
                now,
                Optional.empty(),
                new EvidenceFile.Scan(kept.verdict(), looked ? Optional.of(now) : Optional.empty(), looked ? 1 : 0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Write write = files.insert(file, kept.pinId())
                .with(files.logged(file.id(), EvidenceAct.ADDED, Optional.empty(), context))
                .with(Deadlines.schedule(EvidenceFiles.RETENTION, file.id(), now.plus(policy.retention())));
        if (!kept.verdict().opens()) {
            write = write.with(Deadlines.schedule(EvidenceFiles.RESCAN, file.id(), now.plus(policy.pauseAfter(1))));
        }
        EvidenceFiles.Versioned first = new EvidenceFiles.Versioned(file, 1);
        return Decision.accept(EvidenceResult.of(first, seen), revision(1), write);
    }

    static Revision revision(long version) {
        return new Revision(version, 0, Revision.NEW.chainHead());
    }

    /** The side that this person adds for. */
    private static Side side(CaseResult seen) {
        CaseFile file = seen.file();
        return EvidenceSight.of(file, seen.viewer()).staged().contains(Side.MERCHANT) ? Side.MERCHANT : Side.DEPARTMENT;
    }

    private static CaseResult known(Optional<Loaded<CaseResult>> found) {
        return found.map(Loaded::state)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "nothing is known under this id"));
    }

    private Optional<Refusal> tooLarge(OptionalLong bytes) {
        return bytes.isPresent() && bytes.getAsLong() > policy.mostBytes()
                ? Optional.of(tooLarge(policy.mostBytes()))
                : Optional.empty();
    }

    /** The refusal of a file that is larger than this. */
    public static Refusal tooLarge(long mostBytes) {
        return Refusal.of(CaseRefusal.FILE_TOO_LARGE, "A file has at most " + mostBytes + " bytes.");
    }

    private static Refusal typeRefused() {
        return Refusal.of(
                CaseRefusal.FILE_TYPE_REFUSED,
                "The content is of a type that is not taken, or of another type than was declared.");
    }
}
