package io.redress.infra;

import java.util.Map;
import java.util.TreeMap;

/** Login lines for SASL/PLAIN, with quotes and backslashes in passwords escaped. */
final class PlainLogin {
    private static final String MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule required";

    private PlainLogin() {}

    static String asClient(String principal, String password) {
        return MODULE + option("username", principal) + option("password", password) + ";";
    }

    /** The server's own login and the passwords of everyone who may connect to it. */
    static String asServer(String principal, String password, Map<String, String> passwords) {
        StringBuilder line =
                new StringBuilder(MODULE).append(option("username", principal)).append(option("password", password));
        new TreeMap<>(passwords).forEach((user, secret) -> line.append(option("user_" + user, secret)));
        return line.append(";").toString();
    }

    private static String option(String name, String value) {
        return " " + name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
