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

    private static final Set<CaseStatus> RULED = EnumSet.of(CaseStatus.RULED, CaseStatus.EXECUTING);

    private EvidenceRules() {}

    /** Why this person may not add to the case now; empty when he may. */
    public static Optional<Refusal> adding(CaseFile file, Actor actor) {
        if (file.status().ended() || RULED.contains(file.status())) {
            return Optional.of(Refusal.of(
                            CaseRefusal.ILLEGAL_TRANSITION, "A case that is " + file.status() + " takes no evidence.")
                    .with("currentStatus", file.status().name()));
        }
        if (actor.ofMerchantSide() || file.people().advocate(actor.id())) {
            return Optional.empty();
        }
        Optional<Refusal> department = CaseAdmission.respondent(file, actor);
        return department.isPresent() && actor.roles().contains("advocate")
                ? refuse(CaseRefusal.NOT_THE_ADVOCATE, "Only the case's advocate adds evidence for the merchant.")
                : department;
    }

    /** Why one more file is too many; empty when it is not. */
    public static Optional<Refusal> oneMore(int filesOfTheSide) {
        return filesOfTheSide < MOST_FILES
                ? Optional.empty()
                : refuse(CaseRefusal.EVIDENCE_LIMIT_REACHED, "A side puts forward at most " + MOST_FILES + " files.");
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
     * brief only: until then the brief that cites it opens it.
     */
    public static Optional<Refusal> filing(CaseFile file, EvidenceFile evidence, Actor actor) {
        Optional<Refusal> adding = adding(file, actor);
        if (adding.isPresent()) {
            return adding;
        }
        if (CaseAdmission.side(file, actor) != evidence.side()) {
            return refuse(CaseRefusal.UNKNOWN_EVIDENCE, "A side files what it has added itself.");
        }
        if (evidence.side() == Side.MERCHANT && !file.counted()) {
            return Optional.of(Refusal.of(
                            CaseRefusal.ILLEGAL_TRANSITION, "Before the brief, evidence is opened by the brief alone.")
                    .with("currentStatus", file.status().name()));
        }
        return reading(evidence);
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
            return refuse(CaseRefusal.UNKNOWN_EVIDENCE, "A brief cites files of its own case.");
        }
        if (known.get().hardship() && !cited.hardship()) {
            return refuse(
                    CaseRefusal.HARDSHIP_IS_NO_GROUND, "A file about hardship is cited as HARDSHIP and nothing else.");
        }
        return reading(known.get());
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

    private static Optional<Refusal> standing(String status, String detail) {
        return Optional.of(Refusal.of(CaseRefusal.ILLEGAL_TRANSITION, detail).with("currentStatus", status));
    }

    private static Optional<Refusal> refuse(CaseRefusal code, String detail) {
        return Optional.of(Refusal.of(code, detail));
    }
}
