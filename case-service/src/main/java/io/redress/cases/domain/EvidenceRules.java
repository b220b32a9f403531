package io.redress.cases.domain;

import io.redress.kit.outcome.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who may do what with files of evidence, and when. */
public final class EvidenceRules {

    /** One side's files in one case. */
    public static final int MOST_FILES = 200;

    /** The same, with those that were taken back. */
    public static final int MOST_FILES_EVER = 1_000;

    private static final Set<CaseStatus> RULED = EnumSet.of(CaseStatus.RULED, CaseStatus.EXECUTING);

    private EvidenceRules() {}

    /**
     * Why this person may not add to the case now; empty when he may. The merchant's side prepares what it puts forward with
     * a request to reopen a closed case.
     */
    public static Optional<Refusal> adding(CaseFile file, Actor actor) {
        boolean speaksForMerchant = actor.ofMerchantSide() || file.people().advocate(actor.id());
        if (speaksForMerchant && ReopeningRequests.possible(file)) {
            return Optional.empty();
        }
        if (file.status().ended() || RULED.contains(file.status())) {
            return illegal(file, "A case that is " + file.status() + " takes no evidence.");
        }
        if (speaksForMerchant) {
            return Optional.empty();
        }
        Optional<Refusal> department = CaseAdmission.respondent(file, actor);
        return department.isPresent() && actor.roles().contains("advocate")
                ? refuse(CaseRefusal.NOT_THE_ADVOCATE, "Only the case's advocate adds evidence for the merchant.")
                : department;
    }

    /**
     * Why one more file is too many; empty when it is not.
     *
     * @param ofTheSide its files, without those that were taken back
     * @param ever with them
     */
    public static Optional<Refusal> oneMore(int ofTheSide, int ever) {
        if (ever >= MOST_FILES_EVER) {
            return refuse(
                    CaseRefusal.EVIDENCE_LIMIT_REACHED,
                    "A side adds at most " + MOST_FILES_EVER + " files, those that were taken back among them.");
        }
        return ofTheSide < MOST_FILES
                ? Optional.empty()
                : refuse(CaseRefusal.EVIDENCE_LIMIT_REACHED, "A side puts forward at most " + MOST_FILES + " files.");
    }

    /** Why the same content from the same side is not the file that is there already; empty when it is. */
    public static Optional<Refusal> again(EvidenceFile there, boolean hardship) {
        return there.side() != Side.MERCHANT || there.hardship() == hardship
                ? Optional.empty()
                : refuse(
                        CaseRefusal.DUPLICATE,
                        "The same content is there already, " + (hardship ? "without" : "with") + " the tag HARDSHIP: "
                                + there.id() + ".");
    }

    /** Why it cannot be read; empty when it can. */
    public static Optional<Refusal> reading(EvidenceFile evidence) {
        return switch (evidence.state()) {
            case AVAILABLE -> Optional.empty();
            case QUARANTINED -> refuse(CaseRefusal.QUARANTINED, "The file is not known to be free of viruses.");
            case DELETED -> refuse(CaseRefusal.EVIDENCE_DELETED, "The file's bytes are no longer kept.");
        };
    }

    /**
     * Why it cannot be opened to everybody in the case by itself; empty when it can. The merchant's side does so after its
     * brief only, and of a closed case never: until then the brief that cites it opens it, and then a request to reopen.
     */
    public static Optional<Refusal> filing(CaseFile file, EvidenceFile evidence, Actor actor) {
        Optional<Refusal> adding = adding(file, actor);
        if (adding.isPresent()) {
            return adding;
        }
        if (CaseAdmission.side(file, actor) != evidence.side()) {
            return refuse(CaseRefusal.UNKNOWN_EVIDENCE, "A side files what it has added itself.");
        }
        if (file.status().ended()) {
            return illegal(file, "Of a closed case, evidence is opened by a request to reopen it alone.");
        }
        if (evidence.side() == Side.MERCHANT && !file.counted()) {
            return illegal(file, "Before the brief, evidence is opened by the brief alone.");
        }
        return reading(evidence);
    }

    /** Why this person cannot take it back; empty when he can: what he added himself and nobody has filed, at any time. */
    public static Optional<Refusal> removing(EvidenceFile evidence, String personId) {
        if (evidence.filed()) {
            return standing("FILED", "What was filed stays.");
        }
        if (!evidence.addedBy().equals(personId)) {
            return refuse(CaseRefusal.NOT_YOUR_FILE, "Whoever has added a file takes it back.");
        }
        return evidence.state() == EvidenceState.DELETED ? reading(evidence) : Optional.empty();
    }

    /**
     * Why a brief cannot cite these files; empty when it can.
     *
     * @param known the files of the case that the advocate sees, by id
     */
    public static Optional<Refusal> citing(List<BriefPoint> points, Map<String, EvidenceFile> known) {
        return citing(points.stream().flatMap(point -> point.evidence().stream()), known);
    }

    /** The same for evidence wherever it stands in the brief. */
    public static Optional<Refusal> citing(Stream<Evidence> evidence, Map<String, EvidenceFile> known) {
        return evidence.filter(Evidence::file)
                .flatMap(cited -> citing(cited, Optional.ofNullable(known.get(cited.reference()))).stream())
                .findFirst();
    }

    private static Optional<Refusal> citing(Evidence cited, Optional<EvidenceFile> known) {
        if (known.isEmpty()) {
            return refuse(
                    CaseRefusal.UNKNOWN_EVIDENCE,
                    "Cited are files of the case and of the merchant's side, or filed ones.");
        }
        if (known.get().hardship() && !cited.hardship()) {
            return refuse(
                    CaseRefusal.HARDSHIP_IS_NO_GROUND, "A file about hardship is cited as HARDSHIP and nothing else.");
        }
        return reading(known.get());
    }

    /** Why a request to reopen cannot put this forward; empty when it can. */
    static Optional<Refusal> asking(List<Evidence> evidence, Map<String, EvidenceFile> known) {
        return evidence.stream().anyMatch(Evidence::hardship)
                ? refuse(CaseRefusal.HARDSHIP_IS_NO_GROUND, "Hardship is no ground to decide a case anew.")
                : citing(evidence.stream(), known);
    }

    /** Why it cannot be held; empty when it can. */
    public static Optional<Refusal> holding(EvidenceFile evidence) {
        if (evidence.state() == EvidenceState.DELETED) {
            return reading(evidence);
        }
        return evidence.hold().isEmpty() ? Optional.empty() : standing("HELD", "It is held already.");
    }

    /** Why it cannot be released; empty when it can. */
    public static Optional<Refusal> releasing(EvidenceFile evidence) {
        return evidence.hold().isPresent() ? Optional.empty() : standing("NOT_HELD", "It is not held.");
    }

    private static Optional<Refusal> illegal(CaseFile file, String detail) {
        return Optional.of(Refusal.of(CaseRefusal.ILLEGAL_TRANSITION, detail)
                .with("currentStatus", file.status().name()));
    }

    private static Optional<Refusal> standing(String status, String detail) {
        return Optional.of(Refusal.of(CaseRefusal.ILLEGAL_TRANSITION, detail).with("currentStatus", status));
    }

    private static Optional<Refusal> refuse(CaseRefusal code, String detail) {
        return Optional.of(Refusal.of(code, detail));
    }
}
