package io.redress.kit.config;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads typed settings from environment variables and collects every problem, so that all are reported at once. */
public final class Env {

    private static final String HTTP_URL = "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?";
    private static final int MAX_PORT = 65_535;

    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();

    public Env(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** A setting that must be there; blank counts as missing. */
    public String required(String name) {
        String value = values.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            problems.add(name + " is missing");
        }
        return value;
    }

    public String optional(String name, String otherwise) {
        return find(name).orElse(otherwise);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    public Secret secret(String name) {
        return new Secret(required(name));
    }

    /** A TCP port; 0 lets the system choose one. */
    public int port(String name, int otherwise) {
        return integer(name, otherwise, 0, MAX_PORT);
    }

    public int integer(String name, int otherwise, int min, int max) {
        Optional<String> value = find(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number < min || number > max) {
                problems.add(name + " must be from " + min + " to " + max + ", not " + number);
                return otherwise;
            }
            return number;
        } catch (NumberFormatException e) {
            problems.add(name + " must be a whole number, not '" + value.get() + "'");
            return otherwise;
        }
    }

    /** An ISO 8601 duration, for example {@code PT30S}. */
    public Duration duration(String name, Duration otherwise) {
        Optional<String> value = find(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            return Duration.parse(value.get());
        } catch (DateTimeParseException e) {
            problems.add(name + " must be an ISO 8601 duration such as PT30S, not '" + value.get() + "'");
            return otherwise;
        }
    }

    /** An ISO 8601 duration that is not shorter than {@code min}. */
    public Duration duration(String name, Duration otherwise, Duration min) {
        Duration value = duration(name, otherwise);
        if (value.compareTo(min) < 0) {
            problems.add(name + " must be at least " + min + ", not " + value);
            return otherwise;
        }
        return value;
    }

    public boolean flag(String name, boolean otherwise) {
        Optional<String> value = find(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.get().equals("true") && !value.get().equals("false")) {
            problems.add(name + " must be true or false, not '" + value.get() + "'");
            return otherwise;
        }
        return value.get().equals("true");
    }

    /** One of a few words. */
    public String choice(String name, String otherwise, String... allowed) {
        String value = optional(name, otherwise);
        if (!List.of(allowed).contains(value)) {
            problems.add(name + " must be one of " + String.join(", ", allowed) + ", not '" + value + "'");
            return otherwise;
        }
        return value;
    }

    /** A switch whose other word than the usual one is refused where {@code REDRESS_ENV} says production. */
    public String developmentOnly(String name, String usual, String other) {
        String value = choice(name, usual, usual, other);
        if (value.equals(other) && optional("REDRESS_ENV", "").equalsIgnoreCase("production")) {
            problems.add(name + "=" + other + " is for development and refused where REDRESS_ENV is production");
            return usual;
        }
        return value;
    }

    /** A required http or https URL; a slash at its end is dropped. */
    public String httpUrl(String name) {
        return httpUrl(name, required(name));
    }

    /** One to {@code max} http or https URLs, comma separated; empty if one of them is none. */
    public List<URI> httpUrls(String name, int max) {
        int before = problems.size();
        List<String> urls = Arrays.stream(required(name).split(",", -1))
                .map(url -> httpUrl(name, url.strip()))
                .toList();
        if (urls.size() > max) {
            problems.add(name + " must be at most " + max + " URLs, not " + urls.size());
        }
        return problems.size() > before
                ? List.of()
                : urls.stream().map(URI::create).toList();
    }

    private String httpUrl(String name, String value) {
        if (!value.isEmpty() && !value.matches(HTTP_URL)) {
            problems.add(name + " must be an http or https URL, not '" + value + "'");
        }
        return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    }

    /** A decimal number from 0 to 1. */
    public double fraction(String name, double otherwise) {
        Optional<String> value = find(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.get().matches("0(\\.\\d{1,9})?|1(\\.0{1,9})?")) {
            problems.add(name + " must be a number from 0 to 1, not '" + value.get() + "'");
            return otherwise;
        }
        return Double.parseDouble(value.get());
    }

    /** Notes a problem that somebody else found with the settings. */
    public void refuse(String problem) {
        problems.add(problem);
    }

    /** Call it when everything has been read; throws with the whole list. */
    public void check() {
        if (!problems.isEmpty()) {
            throw new ConfigProblems(problems);
        }
    }
}
