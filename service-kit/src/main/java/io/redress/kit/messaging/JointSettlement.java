package io.redress.kit.messaging;

import io.redress.kit.pg.Transactions;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.kafka.client.common.TopicPartition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Settles records of one type that came at the same time in one transaction, also those of several partitions: their
 * effects, their places in their subjects' sequences, and the offsets. Only where each is simply the next of its subject;
 * when anything else is the matter with one of them, the transaction fails as a whole and has done nothing.
 */
final class JointSettlement {

    private static final int MOST = 32;

    private final Transactions transactions;
    private final Handlers handlers;
    private final InboxStore inbox = new InboxStore();

    JointSettlement(Transactions transactions, Handlers handlers) {
        this.transactions = transactions;
        this.handlers = handlers;
    }

    /** A record at the head of its partition, or behind another such. */
    record Member(AssignedPartition partition, ConsumedRecord record, IncomingEvent event) {}

    /** One of them is not simply the next of its subject. */
    private static final class NotNext extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotNext() {
            super("an event is not the next of its subject", null, false, false);
        }
    }

    /** The first unsettled records of the partitions, as far as they may share a transaction; at most {@value #MOST}. */
    List<Member> next(ConsumerRecords<String, String> batch, Map<TopicPartition, AssignedPartition> assigned) {
        List<Member> members = new ArrayList<>();
        Set<String> subjects = new HashSet<>();
        for (org.apache.kafka.common.TopicPartition id : batch.partitions()) {
            AssignedPartition partition = assigned.get(new TopicPartition(id.topic(), id.partition()));
            if (partition == null || !partition.positioned() || partition.paused() || !handlers.joint(id.topic())) {
                continue;
            }
            for (ConsumerRecord<String, String> one : batch.records(id)) {
                if (one.offset() < partition.next()) {
                    continue;
                }
                ConsumedRecord record = ConsumedRecord.of(one);
                Optional<IncomingEvent> event =
                        parsed(record).filter(read -> alike(members, read) && subjects.add(read.subject()));
                if (event.isEmpty() || members.size() == MOST) {
                    break;
                }
                members.add(new Member(partition, record, event.get()));
            }
        }
        return members;
    }

    private boolean alike(List<Member> members, IncomingEvent event) {
        return handlers.shares(event)
                && (members.isEmpty()
                        || members.get(0).event().type().equals(event.type())
                                && members.get(0).event().topic().equals(event.topic()));
    }

    private static Optional<IncomingEvent> parsed(ConsumedRecord record) {
        try {
            return Optional.of(Envelopes.parse(record.topic(), record.key(), record.envelope()));
        } catch (PoisonEvent e) {
            return Optional.empty();
        }
    }

    /** @return the events whose successors are parked */
    Future<List<IncomingEvent>> settle(List<Member> members) {
        List<IncomingEvent> events = members.stream().map(Member::event).toList();
        Map<AssignedPartition, Long> moves = new LinkedHashMap<>();
        members.forEach(member -> moves.put(member.partition(), member.record().offset() + 1));
        return transactions
                .inTransaction(events.get(0).type(), tx -> claim(tx, moves, events)
                        .compose(claimed -> handlers.handleTogether(events, tx))
                        .compose(handled -> inbox.handledAll(tx, events)))
                .onSuccess(settled -> moves.forEach(AssignedPartition::settledTo));
    }

    private Future<Void> claim(Tx tx, Map<AssignedPartition, Long> moves, List<IncomingEvent> events) {
        return inbox.claimAll(tx, moves, events).map(places -> {
            if (places.stream().anyMatch(place -> place != Place.NEXT)) {
                throw new NotNext();
            }
            return null;
        });
    }
}
