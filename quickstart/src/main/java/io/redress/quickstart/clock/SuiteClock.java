package io.redress.quickstart.clock;

import io.redress.kit.boot.BusinessClock;
import io.redress.kit.boot.MachineClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * The one business clock of a development suite. It starts at a set instant, goes on as the machine's does while the
 * suite runs, can be set forward and is never set back; a suite that is down stands still. After a crash it resumes no
 * earlier than where it was.
 */
public final class SuiteClock implements BusinessClock {

    /** Where a fresh suite begins. */
    public static final Instant START =
            OffsetDateTime.parse("2018-01-15T09:00:00+08:00").toInstant();

    private static final String RUNNING = "running";
    private static final String STOPPED = "stopped";

    /** At the machine's instant {@code anchor} it is {@code base}; from there it goes on as the machine's does. */
    public record Setting(Instant base, Instant anchor) {}

    private final Path file;
    private final MachineClock machine;
    private Instant base;
    private Instant anchor;
    private Instant last;

    private SuiteClock(Path file, MachineClock machine, Instant base) {
        this.file = file;
        this.machine = machine;
        this.base = base;
        this.anchor = machine.now();
        this.last = base;
    }

    /**
     * Resumes the clock kept in the file, or starts a new one.
     *
     * @throws UncheckedIOException if the file cannot be read or written
     */
    public static SuiteClock resume(Path file, MachineClock machine) {
        SuiteClock clock = new SuiteClock(file, machine, kept(file, machine));
        clock.keep(RUNNING);
        return clock;
    }

    private static Instant kept(Path file, MachineClock machine) {
        if (!Files.exists(file)) {
            return START;
        }
        try {
            String[] parts = Files.readString(file).strip().split(" ");
            Instant base = Instant.parse(parts[1]);
            if (parts[0].equals(STOPPED)) {
                return base;
            }
            Instant anchor = Instant.parse(parts[2]);
            Instant now = machine.now();
            return now.isAfter(anchor) ? base.plus(java.time.Duration.between(anchor, now)) : base;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized Instant now() {
        Instant now = base.plus(java.time.Duration.between(anchor, machine.now()));
        if (now.isAfter(last)) {
            last = now;
        }
        return last;
    }

    /**
     * Sets the clock forward.
     *
     * @return false if that would be backwards; nothing has changed then
     */
    public synchronized boolean setForward(Instant to) {
        if (to.isBefore(now())) {
            return false;
        }
        base = to;
        anchor = machine.now();
        last = to;
        keep(RUNNING);
        return true;
    }

    /** Sets the clock forward unless it has passed that instant by itself meanwhile. */
    public synchronized void raiseTo(Instant to) {
        if (to.isAfter(now())) {
            setForward(to);
        }
    }

    /** For those who follow this clock. */
    public synchronized Setting setting() {
        return new Setting(base, anchor);
    }

    /** Keeps the present instant for the next start. */
    public synchronized void stop() {
        base = now();
        anchor = machine.now();
        keep(STOPPED);
    }

    private void keep(String state) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, state + " " + base + " " + anchor + "\n", StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
