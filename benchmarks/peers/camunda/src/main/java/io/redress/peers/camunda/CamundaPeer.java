package io.redress.peers.camunda;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;

/**
 * The engine in a process of its own, with as many workers as case-service has connections to Postgres. An operation starts an
 * instance of a process that waits in a user task, or completes such a task, after which the instance waits in the next
 * one; each in one transaction, with history level audit; there is no HTTP, no token and no event in it. It takes orders on
 * its standard input, one a line: {@code run N} starts N instances, {@code prepare N} starts N and remembers their tasks,
 * {@code complete N} completes N of these; {@code count} asks how many there are. It answers {@code done N} or
 * {@code count INSTANCES TASKS HISTORY COMPLETED}.
 */
public final class CamundaPeer {

    private static final int WORKERS = 8;
    /** The engine takes a second connection now and then while it holds one, for the next block of ids. */
    private static final int CONNECTIONS = 2 * WORKERS;

    private static final String PROCESS = "appeal";
    private static final String ARGUMENT = "The act is not among the four clauses. ".repeat(16);

    private final ProcessEngine engine;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, CamundaPeer::thread);
    private final AtomicInteger number = new AtomicInteger();
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();

    private CamundaPeer(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Settings: PEER_JDBC_URL, PEER_USER, PEER_PASSWORD. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        CamundaPeer peer = new CamundaPeer(engine(System.getenv()));
        peer.deploy();
        say("ready");
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            say(order.equals("count") ? peer.count() : peer.obey(order));
        }
        peer.workers.shutdownNow();
        peer.engine.close();
    }

    private static ProcessEngine engine(Map<String, String> environment) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(environment.get("PEER_JDBC_URL"));
        pool.setUsername(environment.get("PEER_USER"));
        pool.setPassword(environment.get("PEER_PASSWORD"));
        pool.setMaximumPoolSize(CONNECTIONS);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(new HikariDataSource(pool));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("audit");
        configuration.setJobExecutorActivate(false);
        configuration.setDbMetricsReporterActivate(false);
        return configuration.buildProcessEngine();
    }

    /** A failure in the main thread ends the process, whoever still waits. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "worker");
        thread.setDaemon(true);
        return thread;
    }

    private void deploy() {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "appeal.bpmn",
                        Bpmn.createExecutableProcess(PROCESS)
                                .camundaHistoryTimeToLive(180)
                                .startEvent()
                                .userTask("assign")
                                .camundaCandidateGroups("advocates")
                                .userTask("adjudicate")
                                .camundaCandidateGroups("adjudicators")
                                .endEvent()
                                .done())
                .deploy();
    }

    private String obey(String order) throws InterruptedException, ExecutionException {
        String[] words = order.split(" ");
        int operations = Integer.parseInt(words[1]);
        switch (words[0]) {
            case "run" -> repeat(operations, () -> start(number.incrementAndGet()));
            case "prepare" -> repeat(operations, () -> waiting.add(taskOf(start(number.incrementAndGet()))));
            case "complete" -> repeat(operations, () -> complete(waiting.remove()));
            default -> throw new IllegalArgumentException(order);
        }
        return "done " + operations;
    }

    private void repeat(int operations, Runnable operation) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(operations);
        List<Future<?>> loops = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            loops.add(workers.submit(() -> {
                while (left.getAndDecrement() > 0) {
                    operation.run();
                }
            }));
        }
        for (Future<?> loop : loops) {
            loop.get();
        }
    }

    private String start(int which) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        PROCESS,
                        "pen_" + which,
                        Map.of(
                                "merchantId",
                                "m-" + which % 64,
                                "shopId",
                                "s-" + which % 64,
                                "openedBy",
                                "user-" + which))
                .getId();
    }

    private String taskOf(String instance) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    /** What is argued goes with it as variables; the engine takes texts of up to 4,000 characters. */
    private void complete(String task) {
        engine.getTaskService()
                .complete(
                        task,
                        Map.of("grounds", "NOT_ENUMERATED,FACTS_WRONG", "argument", ARGUMENT, "evidence", "doc-1"));
    }

    private String count() {
        return "count "
                + engine.getRuntimeService().createProcessInstanceQuery().count() + " "
                + engine.getTaskService().createTaskQuery().count() + " "
                + engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .count()
                + " "
                + engine.getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .finished()
                        .count();
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
