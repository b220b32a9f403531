package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.measures.TargetSet;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.points.Credit;
import io.redress.penalties.domain.points.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A shop being decided on: collects changes and events, then gives both as one {@link ShopChange}. Used by one decision only. */
final class ShopDraft {

    private final ShopFile before;
    private final IdSource ids;
    private final Map<String, Penalty> penalties = new LinkedHashMap<>();
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final List<Entry> newEntries = new ArrayList<>();
    private final List<Credit> newCredits = new ArrayList<>();
    private final List<ShopEvent> events = new ArrayList<>();

    ShopDraft(ShopFile before, IdSource ids) {
        this.before = before;
        this.ids = ids;
        before.penalties().forEach(penalty -> penalties.put(penalty.id(), penalty));
        before.measures().forEach(measure -> measures.put(measure.id(), measure));
    }

    String newId(String prefix) {
        return ids.next(prefix);
    }

    /** The shop as the draft has it now. */
    ShopFile now() {
        List<Entry> entries = new ArrayList<>(before.entries());
        entries.addAll(newEntries);
        List<Credit> credits = new ArrayList<>(before.credits());
        credits.addAll(newCredits);
        return new ShopFile(
                before.shopId(),
                before.merchantId(),
                before.language(),
                before.targetVersion(),
                List.copyOf(penalties.values()),
                entries,
                credits,
                List.copyOf(measures.values()),
                before.rulebooks());
    }

    Penalty penalty(String id) {
        return penalties.get(id);
    }

    Measure measure(String id) {
        return measures.get(id);
    }

    /** Whether a measure that the penalty brought is live. */
    boolean underMeasure(String penaltyId) {
        return measures.values().stream()
                .filter(measure -> measure.penaltyId().equals(penaltyId))
                .anyMatch(measure -> measure.state().live());
    }

    void put(Penalty penalty) {
        penalties.put(penalty.id(), penalty);
    }

    void append(Entry entry) {
        newEntries.add(entry);
    }

    void append(Credit credit) {
        newCredits.add(credit);
    }

    void say(ShopEvent event) {
        events.add(event);
    }

    /** The measure comes into the state it has; the target set is filled in when all is decided. */
    void put(Measure measure) {
        measures.put(measure.id(), measure);
        events.add(new ShopEvent.MeasureChanged(measure, new TargetSet(0, List.of())));
    }

    /** The measure ends, and with it what was asked about it. */
    void end(Measure ended, Instant at) {
        put(MeasureRelief.moot(this, ended, at));
    }

    /** Changes a measure without changing its state. */
    void annotate(Measure measure) {
        measures.put(measure.id(), measure);
    }

    ShopChange change() {
        boolean targetChanged = events.stream().anyMatch(ShopEvent.MeasureChanged.class::isInstance);
        long version = before.targetVersion() + (targetChanged ? 1 : 0);
        TargetSet target = TargetSet.of(version, measures.values());
        List<ShopEvent> complete = events.stream()
                .map(event -> event instanceof ShopEvent.MeasureChanged changed
                        ? new ShopEvent.MeasureChanged(changed.measure(), target)
                        : event)
                .toList();
        ShopFile now = now();
        ShopFile after = new ShopFile(
                now.shopId(),
                now.merchantId(),
                now.language(),
                version,
                now.penalties(),
                now.entries(),
                now.credits(),
                now.measures(),
                now.rulebooks());
        return new ShopChange(after, newEntries, newCredits, complete);
    }
}
