package io.redress.cases.domain.queue;

import io.redress.kit.outcome.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All queues, and the rules in the order in which they are asked. */
public record QueueSet(List<WorkQueue> queues, List<RoutingRule> rules, Destination otherwise) {

    public QueueSet {
        queues = List.copyOf(queues);
        rules = List.copyOf(rules);
    }

    /** What contradicts itself; empty when nothing does. */
    public List<Refusal.Wrong> contradictions() {
        List<Refusal.Wrong> wrong = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < queues.size(); i++) {
            if (!ids.add(queues.get(i).id())) {
                wrong.add(new Refusal.Wrong("/queues/" + i + "/id", "another queue has this id"));
            }
            if (queues.get(i).members().none()) {
                wrong.add(new Refusal.Wrong("/queues/" + i + "/members", "nobody could take its cases, nor move them"));
            }
        }
        Set<String> rulesSeen = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            if (!rulesSeen.add(rules.get(i).id())) {
                wrong.add(new Refusal.Wrong("/rules/" + i + "/id", "another rule has this id"));
            }
            if (!ids.contains(rules.get(i).to().queueId())) {
                wrong.add(new Refusal.Wrong("/rules/" + i + "/queue", "there is no such queue"));
            }
        }
        if (!ids.contains(otherwise.queueId())) {
            wrong.add(new Refusal.Wrong("/otherwise/queue", "there is no such queue"));
        }
        return List.copyOf(wrong);
    }

    public Set<String> queueIds() {
        return queues.stream().map(WorkQueue::id).collect(Collectors.toUnmodifiableSet());
    }
}
