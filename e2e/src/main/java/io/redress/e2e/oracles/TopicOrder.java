package io.redress.e2e.oracles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares the records of a topic with the history they were published from. Duplicates are lawful anywhere; what
 * counts is the first time that an event stands in the topic.
 */
final class TopicOrder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String topic;
    private final Map<String, List<String>> history;
    private final boolean inOrder;
    private final Map<String, BitSet> published = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, Integer> partitions = new HashMap<>();
    private final List<String> found = new ArrayList<>();

    /**
     * @param history ids of the events of each subject, in order of sequence from 1
     * @param inOrder whether each subject's events have to come for the first time in their order
     */
    TopicOrder(String topic, Map<String, List<String>> history, boolean inOrder) {
        this.topic = topic;
        this.history = history;
        this.inOrder = inOrder;
    }

    /** The next record of its partition. */
    void read(TopicRecord record) {
        JsonNode envelope = envelope(record);
        String subject = envelope.path("subject").asText();
        int sequence = envelope.path("sequence").asInt();
        List<String> events = history.get(subject);
        if (events == null || sequence < 1 || sequence > events.size()) {
            found.add(name(subject, sequence) + " stands in " + place(record) + ", in no history");
            return;
        }
        if (!events.get(sequence - 1).equals(envelope.path("id").asText())) {
            found.add(name(subject, sequence) + " in " + place(record) + " is not the event of that number in history");
        }
        BitSet there = published.computeIfAbsent(subject, fresh -> new BitSet());
        int last = upTo(there);
        if (inOrder && sequence > last + 1) {
            found.add(name(subject, sequence) + " in " + place(record) + " comes first after #" + last);
        }
        there.set(sequence);
        sameKey(subject, record);
    }

    private void sameKey(String subject, TopicRecord record) {
        String key = keys.putIfAbsent(subject, String.valueOf(record.key()));
        if (key != null && !key.equals(record.key())) {
            found.add(subject + " has keys " + key + " and " + record.key());
        }
        Integer partition = partitions.putIfAbsent(String.valueOf(record.key()), record.partition());
        if (partition != null && partition != record.partition()) {
            found.add("key " + record.key() + " stands in partitions " + partition + " and " + record.partition());
        }
    }

    /** Everything that is wrong, once the whole topic was read. */
    List<String> problems() {
        List<String> all = new ArrayList<>(found);
        history.forEach((subject, events) -> {
            int last = upTo(published.getOrDefault(subject, new BitSet()));
            if (last < events.size()) {
                all.add(subject + " has " + events.size() + " events, " + topic + " holds them up to #" + last);
            }
        });
        return all;
    }

    /** The last event of each subject up to which all stand in the topic. */
    Map<String, Integer> published() {
        Map<String, Integer> last = new TreeMap<>();
        published.forEach((subject, there) -> last.put(subject, upTo(there)));
        return last;
    }

    private static int upTo(BitSet sequences) {
        return sequences.nextClearBit(1) - 1;
    }

    String keyOf(String subject) {
        return keys.getOrDefault(subject, "");
    }

    private static JsonNode envelope(TopicRecord record) {
        try {
            return record.value() == null ? JSON.createObjectNode() : JSON.readTree(record.value());
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static String name(String subject, int sequence) {
        return subject.isEmpty() ? "a record that is no event" : subject + " #" + sequence;
    }

    private static String place(TopicRecord record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
