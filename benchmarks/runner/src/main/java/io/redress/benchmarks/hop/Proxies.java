package io.redress.benchmarks.hop;

import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.Program;
import io.redress.infra.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The proxies to compare with, and what is behind all of them. */
final class Proxies {

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final String SPRING_MAIN = "io.redress.peers.gateway.SpringGatewayPeer";

    /** One that listens. */
    record Running(Program program, int port) implements AutoCloseable {

        @Override
        public void close() {
            program.close();
        }
    }

    private Proxies() {}

    static Running upstream(Infrastructure infrastructure) {
        int port = FreePorts.next();
        Program program = Program.startTalking(
                "upstream",
                infrastructure.directory(),
                Map.of("BENCH_PORT", Integer.toString(port)),
                infrastructure.jvm().command(UpstreamMain.class.getName()));
        program.nextLine();
        return new Running(program, port);
    }

    /** Bare: one route, connections kept on both sides, nothing logged. */
    static Running nginx(Infrastructure infrastructure, Path nginx, int upstreamPort) {
        int port = FreePorts.next();
        Path configuration = infrastructure.directory().resolve("nginx.conf");
        try {
            Files.writeString(configuration, """
                    daemon off;
                    worker_processes 1;
                    error_log stderr;
                    pid nginx.pid;
                    events { worker_connections 1024; }
                    http {
                        access_log off;
                        client_body_temp_path nginx-body;
                        proxy_temp_path nginx-proxy;
                        fastcgi_temp_path nginx-fastcgi;
                        uwsgi_temp_path nginx-uwsgi;
                        scgi_temp_path nginx-scgi;
                        keepalive_requests 100000000;
                        upstream behind {
                            server 127.0.0.1:%d;
                            keepalive 64;
                            keepalive_requests 100000000;
                        }
                        server {
                            listen 127.0.0.1:%d;
                            location / {
                                proxy_pass http://behind;
                                proxy_http_version 1.1;
                                proxy_set_header Connection "";
                            }
                        }
                    }
                    """.formatted(upstreamPort, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Program program = Program.start(
                "nginx",
                infrastructure.directory(),
                Map.of(),
                List.of(
                        nginx.toString(),
                        "-e",
                        "stderr",
                        "-p",
                        infrastructure.directory().toString(),
                        "-c",
                        configuration.toString()));
        return listening(program, port);
    }

    static Running springGateway(Infrastructure infrastructure, int upstreamPort) {
        int port = FreePorts.next();
        Program program = Program.start(
                "spring-gateway",
                infrastructure.directory(),
                Map.of("PEER_PORT", Integer.toString(port), "PEER_UPSTREAM", "http://127.0.0.1:" + upstreamPort),
                infrastructure.jvm().peerCommand("spring-gateway", SPRING_MAIN));
        return listening(program, port);
    }

    private static Running listening(Program program, int port) {
        Awaitility.await("it listens on " + port).atMost(READY_WITHIN).until(() -> {
            program.demandAlive();
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        });
        return new Running(program, port);
    }
}
