package io.redress.e2e;

import io.redress.infra.EmbeddedKafka;
import io.redress.quickstart.suite.SuiteSecrets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts records onto the suite's broker as one of its services would, whatever they hold. */
public final class SuiteEvents {

    private final String bootstrap;
    private final SuiteSecrets secrets;

    SuiteEvents(String bootstrap, SuiteSecrets secrets) {
        this.bootstrap = bootstrap;
        this.secrets = secrets;
    }

    /** @param service whose topic it is; nobody else may write there */
    public void publish(String service, String topic, String key, String text) {
        Map<String, Object> properties =
                new HashMap<>(EmbeddedKafka.clientProperties(bootstrap, service, secrets.of("kafka." + service)));
        properties.put("acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, text)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused the record", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
