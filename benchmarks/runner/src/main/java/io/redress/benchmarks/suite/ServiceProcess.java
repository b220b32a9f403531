package io.redress.benchmarks.suite;

/**
 * A service that is ready.
 *
 * @param port of its API
 */
public record ServiceProcess(Program program, int port) implements AutoCloseable {

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        program.close();
    }
}
