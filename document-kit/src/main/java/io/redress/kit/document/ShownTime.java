package io.redress.kit.document;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a document writes an instant. */
public final class ShownTime {

    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

    private ShownTime() {}

    /** To the minute, with its offset and the zone it is shown in: {@code 2018-04-20 10:00 +08:00 (Asia/Shanghai)}. */
    public static String of(Instant at, ZoneId zone) {
        return TO_THE_MINUTE.format(at.atZone(zone)) + " (" + zone.getId() + ")";
    }
}
