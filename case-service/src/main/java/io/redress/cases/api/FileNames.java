package io.redress.cases.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Names that senders give their files. What is kept has no path, no control characters and nothing that turns the order of
 * letters around; what is offered to a browser is, besides, quoted as RFC 6266 has it.
 */
final class FileNames {

    private static final String NAMELESS = "file";
    private static final int MOST = 120;

    private FileNames() {}

    /** The name alone, without anything that could lead somewhere or look like something else. */
    static String plain(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String visible = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\p{Cn}\"<>:|?*;]", "_")
                .strip();
        String undotted = visible.replaceAll("^\\.+", "");
        String named = undotted.isBlank() ? NAMELESS : undotted;
        return named.codePointCount(0, named.length()) <= MOST
                ? named
                : named.substring(0, named.offsetByCodePoints(0, MOST));
    }

    /** Always an attachment: nothing that somebody has sent is shown inside of a page. */
    static String attachment(String name) {
        String ascii = name.replaceAll("[^A-Za-z0-9 ._-]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
