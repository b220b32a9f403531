package io.redress.cases.app.joint;

import io.redress.cases.app.CaseSight;
import io.redress.cases.domain.CaseStatus;
import io.redress.cases.domain.IndividualReasons;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The cases that are heard together under a lead, as staff see them. */
public interface JoinedCases {

    /** A member; the version is what a command on it has to name. */
    record Member(
            String caseId,
            CaseStatus status,
            String merchantId,
            String shopId,
            Optional<String> penaltyId,
            Optional<String> adjudicatorId,
            Optional<String> draftId,
            boolean answered,
            String joinedBy,
            Instant joinedAt,
            long version) {}

    /** How many there are, the lead not counted. */
    Future<Integer> members(Tx tx, String leadId);

    /** Of these, those in the group; the lead is in it too. */
    Future<Set<String>> among(Tx tx, String leadId, Collection<String> caseIds);

    /** By id, without the lead and without those that are hidden from who reads; one more than {@code limit} when there is more. */
    Future<List<Member>> page(Tx tx, String leadId, CaseSight.Viewer viewer, int limit, Optional<String> afterCaseId);

    /**
     * Cases of the group that wait for this department's answer, by id, the lead among them; one more than {@code limit}
     * when there is more.
     */
    Future<List<String>> unanswered(
            Tx tx, String leadId, Optional<String> department, int limit, Optional<String> afterCaseId);

    /** Whether the same, in either language, was said about another case of the group. */
    Future<Boolean> copied(Tx tx, String leadId, String caseId, IndividualReasons reasons);

    /** Keeps what was said about the case last; guarded by unique indexes against a copy written meanwhile. */
    Write said(String leadId, String caseId, IndividualReasons reasons);
}
