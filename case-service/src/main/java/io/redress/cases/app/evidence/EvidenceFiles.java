package io.redress.cases.app.evidence;

import io.redress.cases.domain.EvidenceAct;
import io.redress.cases.domain.EvidenceFile;
import io.redress.cases.domain.EvidenceLogEntry;
import io.redress.cases.domain.EvidenceSight;
import io.redress.cases.domain.Side;
import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is known of files of evidence. */
public interface EvidenceFiles {

    /** Deadline of the first look whether the bytes are still to be kept; subject is the file. */
    String RETENTION = "evidence-retention";

    /** Deadline of the next scan of a file in quarantine; subject is the file. */
    String RESCAN = "evidence-rescan";

    /** A file with its version, which is its ETag. */
    record Versioned(EvidenceFile file, long version) {}

    Future<Optional<Versioned>> find(Tx tx, String evidenceId);

    /**
     * How many files there are.
     *
     * @param standing without those that were taken back
     * @param ever with them
     */
    record Count(int standing, int ever) {}

    /** This content from this side of the case, if it was added, was not taken back, and is still kept. */
    Future<Optional<Versioned>> sameContent(Tx tx, String caseId, Side side, String sha256);

    /** How many files this side has added to the case. */
    Future<Count> count(Tx tx, String caseId, Side side);

    /** Those of the case that have one of these ids, but for what was taken back. */
    Future<List<Versioned>> among(Tx tx, String caseId, Collection<String> ids);

    /** Those that the requirements of the case name, but for what was taken back. */
    Future<List<Versioned>> ofRequirements(Tx tx, String caseId);

    /** Oldest first; one more than {@code limit} when there is more. */
    Future<List<Versioned>> list(Tx tx, String caseId, EvidenceSight sight, int limit, Optional<String> afterId);

    /** Oldest first; one more than {@code limit} when there is more. */
    Future<List<EvidenceLogEntry>> log(Tx tx, String evidenceId, int limit, long afterSequence);

    /** When the case ended; empty while it goes on. */
    Future<Optional<Instant>> caseEnded(Tx tx, String caseId);

    /** The bytes' pin ends with it: the file's row refers to them from now on. */
    Write insert(EvidenceFile file, String pinId);

    /** Guarded by the version. */
    Write update(EvidenceFile after, long guard);

    /** It is to be scanned as soon as may be; the update that says what came of it, or deletes the bytes, ends that. */
    Write wantScan(String evidenceId);

    /** Some file refers to these bytes no more. */
    Write.Fragment suspect(String sha256);

    Write.Fragment logged(String evidenceId, EvidenceAct act, Optional<String> reason, CommandContext context);
}
