package io.redress.infra;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Brings a broker, embedded or not, to a {@link BrokerTopology}: creates the missing topics and grants the rights.
 * Idempotent; it never removes a topic or a right. Blocks.
 *
 * <p>Rights: a writer may write its topics idempotently; a reader may read its topics in the consumer group of its own
 * name and write its own dead letter topics. Nothing else is granted, so a broker that denies by default refuses it.
 */
public final class TopologyInstaller {
    private static final long LIMIT_SECONDS = 30;
    private static final long PROBE_SECONDS = 3;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final short ONE_REPLICA = 1;

    private TopologyInstaller() {}

    /**
     * Returns when the rights are in force: a broker acknowledges them before it goes by them.
     *
     * @throws IllegalStateException if the broker refuses or does not answer in 30 seconds
     */
    public static void install(Admin admin, BrokerTopology topology) {
        createTopics(admin, topology);
        List<AclBinding> rights = rights(topology);
        await("grant the rights", admin.createAcls(rights).all());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!await("list the rights", rightsInForce(admin)).containsAll(rights)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the broker does not go by the rights it was given");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Whether the broker answers and has every topic and right; false if it does not within a few seconds. */
    public static boolean isInstalled(Admin admin, BrokerTopology topology) {
        try {
            Set<String> existing = admin.listTopics().names().get(PROBE_SECONDS, TimeUnit.SECONDS);
            return topology.topics().stream().allMatch(topic -> existing.contains(topic.name()))
                    && rightsInForce(admin).get(PROBE_SECONDS, TimeUnit.SECONDS).containsAll(rights(topology));
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static KafkaFuture<Set<AclBinding>> rightsInForce(Admin admin) {
        return admin.describeAcls(AclBindingFilter.ANY).values().thenApply(Set::copyOf);
    }

    private static void createTopics(Admin admin, BrokerTopology topology) {
        Set<String> existing =
                new HashSet<>(await("list topics", admin.listTopics().names()));
        List<NewTopic> missing = new ArrayList<>();
        for (BrokerTopology.Topic topic : topology.topics()) {
            if (!existing.contains(topic.name())) {
                NewTopic made = new NewTopic(topic.name(), topic.partitions(), ONE_REPLICA);
                topic.retention()
                        .ifPresent(kept -> made.configs(Map.of("retention.ms", Long.toString(kept.toMillis()))));
                missing.add(made);
            }
            for (String reader : topic.readers()) {
                if (!existing.contains(topic.deadLetterTopic(reader))) {
                    missing.add(new NewTopic(topic.deadLetterTopic(reader), 1, ONE_REPLICA));
                }
            }
        }
        await("create topics", admin.createTopics(missing).all());
    }

    private static List<AclBinding> rights(BrokerTopology topology) {
        List<AclBinding> rights = new ArrayList<>();
        for (BrokerTopology.Topic topic : topology.topics()) {
            for (String writer : topic.writers()) {
                topicRights(rights, writer, topic.name(), AclOperation.WRITE);
            }
            for (String reader : topic.readers()) {
                topicRights(rights, reader, topic.name(), AclOperation.READ);
                topicRights(rights, reader, topic.deadLetterTopic(reader), AclOperation.WRITE);
                rights.add(allow(reader, ResourceType.GROUP, reader, AclOperation.READ));
            }
        }
        for (String principal : topology.principals()) {
            rights.add(allow(principal, ResourceType.CLUSTER, Resource.CLUSTER_NAME, AclOperation.IDEMPOTENT_WRITE));
        }
        return rights;
    }

    private static void topicRights(List<AclBinding> rights, String principal, String topic, AclOperation operation) {
        rights.add(allow(principal, ResourceType.TOPIC, topic, operation));
        rights.add(allow(principal, ResourceType.TOPIC, topic, AclOperation.DESCRIBE));
    }

    private static AclBinding allow(String principal, ResourceType type, String name, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW));
    }

    private static <T> T await(String step, KafkaFuture<T> future) {
        try {
            return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not " + step, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the broker did " + step, e);
        }
    }
}
