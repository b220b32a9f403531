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
 * instance of a process that waits in a user task, in one transaction, with history level audit; there is no HTTP, no
 * token and no event in it. It takes orders on its standard input, one a line: {@code run N} starts N instances,
 * {@code count} asks how many there are; it answers {@code done N} or {@code count INSTANCES TASKS HISTORY}.
 */
public final class CamundaPeer {

    private static final int WORKERS = 8;
    /** The engine takes a second connection now and then while it holds one, for the next block of ids. */
    private static final int CONNECTIONS = 2 * WORKERS;

    private static final String PROCESS = "appeal";

    private final ProcessEngine engine;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, CamundaPeer::thread);
    private final AtomicInteger number = new AtomicInteger();

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
            if (order.equals("count")) {
                say(peer.count());
            } else {
                int operations = Integer.parseInt(order.substring("run ".length()));
                peer.run(operations);
                say("done " + operations);
            }
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
                                .endEvent()
                                .done())
                .deploy();
    }

    private void run(int operations) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(operations);
        List<Future<?>> loops = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            loops.add(workers.submit(() -> {
                while (left.getAndDecrement() > 0) {
                    start(number.incrementAndGet());
                }
            }));
        }
        for (Future<?> loop : loops) {
            loop.get();
        }
    }

    private void start(int which) {
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        PROCESS,
                        "pen_" + which,
                        Map.of(
                                "merchantId",
                                "m-" + which % 64,
                                "shopId",
                                "s-" + which % 64,
                                "openedBy",
                                "user-" + which));
    }

    private String count() {
        return "count "
                + engine.getRuntimeService().createProcessInstanceQuery().count() + " "
                + engine.getTaskService().createTaskQuery().count() + " "
                + engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .count();
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
