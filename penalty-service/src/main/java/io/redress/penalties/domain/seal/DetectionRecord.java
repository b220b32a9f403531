package io.redress.penalties.domain.seal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a breach was detected. Sealed: it is shown to those who have a part in the matter and to nobody else, each time
 * on record, and it never shows in a log.
 *
 * @param detectorVersion of the detector or model that found it, if one did
 * @param evidence where what was found is kept, in the detection system's own references, if it gave any
 * @param independentSources from where the platform knows what the merchant also disclosed to be heard
 */
public record DetectionRecord(
        String summary,
        List<String> signals,
        Optional<String> detectorVersion,
        Optional<List<String>> evidence,
        Optional<List<IndependentSource>> independentSources) {

    public DetectionRecord {
        signals = List.copyOf(signals);
        evidence = evidence.map(List::copyOf);
        independentSources = independentSources.map(List::copyOf);
    }

    /** The references of what has an independent source. */
    List<String> independent() {
        return independentSources.orElse(List.of()).stream()
                .map(source -> source.reference().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public String toString() {
        return "DetectionRecord[***]";
    }
}
