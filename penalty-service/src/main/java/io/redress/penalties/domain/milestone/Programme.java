package io.redress.penalties.domain.milestone;

import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.rulebook.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a marketplace offers shops that want to do better; never changed once it is created.
 *
 * @param opensAt from when shops may enrol
 * @param closesAt until when they may, and what is achieved from then on does not count
 * @param yearlyCap the most that a shop is credited in a calendar year, over all programmes, for this one to credit more
 * @param cleanDays so long after its first verification a shop without a penalty came back clean
 */
public record Programme(
        String id,
        Text title,
        Text about,
        Instant opensAt,
        Instant closesAt,
        int yearlyCap,
        int cleanDays,
        List<Verifier> verifiers,
        List<Milestone> milestones,
        String createdBy,
        Instant createdAt) {

    public Programme {
        verifiers = List.copyOf(verifiers);
        milestones = List.copyOf(milestones);
    }

    public Optional<Milestone> milestone(String milestoneId) {
        return milestones.stream()
                .filter(milestone -> milestone.id().equals(milestoneId))
                .findFirst();
    }

    Verifier verifierOf(Milestone milestone) {
        return verifiers.stream()
                .filter(verifier -> verifier.id().equals(milestone.verifierId()))
                .findFirst()
                .orElseThrow();
    }

    public boolean openAt(Instant at) {
        return !at.isBefore(opensAt) && at.isBefore(closesAt);
    }

    /** Everything that is wrong with it, with pointers; empty when it can be offered. */
    public Optional<Refusal> contradiction() {
        List<Refusal.Wrong> wrong = new ArrayList<>();
        if (!closesAt.isAfter(opensAt)) {
            wrong.add(new Refusal.Wrong("/closesAt", "a programme closes after it opens"));
        }
        Set<String> known = new HashSet<>();
        for (int i = 0; i < verifiers.size(); i++) {
            if (!known.add(verifiers.get(i).id())) {
                wrong.add(new Refusal.Wrong("/verifiers/" + i + "/id", "another verifier has this id"));
            }
            if (!verifiers.get(i).readable()) {
                wrong.add(new Refusal.Wrong(
                        "/verifiers/" + i + "/publicKey", "this is no Ed25519 public key (X.509, base64)"));
            }
        }
        Set<String> milestoneIds = new HashSet<>();
        for (int i = 0; i < milestones.size(); i++) {
            Milestone milestone = milestones.get(i);
            if (!milestoneIds.add(milestone.id())) {
                wrong.add(new Refusal.Wrong("/milestones/" + i + "/id", "another milestone has this id"));
            }
            if (!known.contains(milestone.verifierId())) {
                wrong.add(new Refusal.Wrong("/milestones/" + i + "/verifierId", "no verifier has this id"));
            }
            if ((milestone.purpose() == Milestone.Purpose.EARN_BACK)
                    != milestone.credit().isPresent()) {
                wrong.add(new Refusal.Wrong(
                        "/milestones/" + i + "/credit", "a milestone has a credit exactly when it is to EARN_BACK"));
            }
        }
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(PenaltyRefusal.PROGRAMME_INVALID, "The programme contradicts itself.")
                        .at(wrong));
    }
}
