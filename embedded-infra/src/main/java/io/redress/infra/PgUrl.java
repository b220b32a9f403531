package io.redress.infra;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A Postgres address of the form {@code postgresql://user:password@host:port/database}; user and password are
 * percent-encoded in the text and plain here, both empty if absent.
 */
public record PgUrl(String host, int port, String database, String user, String password) {
    private static final int DEFAULT_PORT = 5432;

    /** @throws IllegalArgumentException if the text is not such an address */
    public static PgUrl parse(String text) {
        URI uri = URI.create(text);
        boolean postgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        if (!postgres || uri.getHost() == null) {
            throw new IllegalArgumentException("not of the form postgresql://user:password@host:port/database");
        }
        String userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = userInfo.indexOf(':');
        String path = uri.getPath() == null ? "" : uri.getPath();
        String database = path.length() > 1 ? path.substring(1) : "postgres";
        return new PgUrl(
                uri.getHost(),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                database,
                decode(colon < 0 ? userInfo : userInfo.substring(0, colon)),
                colon < 0 ? "" : decode(userInfo.substring(colon + 1)));
    }

    /** The same server, another database. */
    public PgUrl withDatabase(String otherDatabase) {
        return new PgUrl(host, port, otherDatabase, user, password);
    }

    /** The same database as it is reached on another port. */
    public PgUrl withPort(int otherPort) {
        return new PgUrl(host, otherPort, database, user, password);
    }

    /** Address for JDBC, without user and password. */
    public String jdbc() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** Address without user and password, as the services take it. */
    public String withoutCredentials() {
        return "postgresql://" + host + ":" + port + "/" + database;
    }

    /** The full address, with the password: never log it. */
    public String withCredentials() {
        return "postgresql://" + encode(user) + ":" + encode(password) + "@" + host + ":" + port + "/" + database;
    }

    @Override
    public String toString() {
        return "postgresql://" + user + ":***@" + host + ":" + port + "/" + database;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
