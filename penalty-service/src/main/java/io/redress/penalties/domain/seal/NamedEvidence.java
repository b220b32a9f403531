package io.redress.penalties.domain.seal;

import io.redress.penalties.domain.penalty.ObjectRef;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.shop.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of evidence that a proposal names, by the id that case-service gave it or by the SHA-256 of its content, wherever
 * it stands in what is proposed or in the detection record. Most proposals name none.
 *
 * @param pointer to the member of the request that names it
 */
public record NamedEvidence(String reference, String pointer) {

    private static final Pattern REFERENCE =
            Pattern.compile("(?<![0-9A-Za-z])(?:evd_[0-9a-z]{1,60}|[0-9a-fA-F]{64})(?![0-9A-Za-z])");

    /** Those without an independent source. */
    public static List<NamedEvidence> in(Proposal proposal, Optional<DetectionRecord> record) {
        List<NamedEvidence> named = new ArrayList<>();
        add(named, proposal.explanation(), "/explanation");
        for (int i = 0; i < proposal.charges().size(); i++) {
            add(named, proposal.charges().get(i), "/violations/" + i);
        }
        record.ifPresent(content -> add(named, content));
        List<String> known = record.map(DetectionRecord::independent).orElse(List.of());
        return named.stream().filter(one -> !known.contains(one.reference())).toList();
    }

    private static void add(List<NamedEvidence> named, Proposal.Charge charge, String at) {
        charge.request().factorReasons().ifPresent(reasons -> add(named, reasons, at + "/factorReasons"));
        charge.facts().description().ifPresent(text -> add(named, text, at + "/facts/description"));
        add(named, charge.facts().orders(), at + "/facts/orders");
        add(named, charge.facts().listings(), at + "/facts/listings");
        add(named, charge.objects().stream().map(ObjectRef::id).toList(), at + "/objects");
        charge.unintentional().ifPresent(text -> add(named, text, at + "/unintentional"));
    }

    private static void add(List<NamedEvidence> named, DetectionRecord record) {
        add(named, record.summary(), "/detectionRecord/summary");
        add(named, record.signals(), "/detectionRecord/signals");
        add(named, record.evidence().orElse(List.of()), "/detectionRecord/evidence");
    }

    private static void add(List<NamedEvidence> named, List<String> texts, String at) {
        for (int i = 0; i < texts.size(); i++) {
            add(named, texts.get(i), at + "/" + i);
        }
    }

    private static void add(List<NamedEvidence> named, Text text, String at) {
        add(named, text.zh(), at + "/zh");
        add(named, text.en(), at + "/en");
    }

    private static void add(List<NamedEvidence> named, String text, String at) {
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            named.add(new NamedEvidence(matcher.group().toLowerCase(Locale.ROOT), at));
        }
    }
}
