package io.redress.kit.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as it came from the broker, its texts made storable. */
record ConsumedRecord(String topic, int partition, long offset, String key, String envelope) {

    static ConsumedRecord of(ConsumerRecord<String, String> record) {
        return new ConsumedRecord(
                record.topic(), record.partition(), record.offset(), storable(record.key()), storable(record.value()));
    }

    private static String storable(String text) {
        // Postgres texts hold no NUL, and an unreadable record must not make its own dead letter impossible.
        return text == null ? "" : text.replace('\u0000', '\uFFFD');
    }
}
