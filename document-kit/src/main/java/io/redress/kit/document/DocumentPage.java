package io.redress.kit.document;

/**
 * A document as XHTML, for print. Every text is escaped: whatever stands in it is shown, never interpreted. Knows no
 * style sheet, image or address outside itself.
 */
final class DocumentPage {
    static final String FONT = "Noto Sans SC";

    private static final String STYLE = """
            @page { size: A4; margin: 25mm 20mm 22mm 20mm;
                    @bottom-right { font-family: '%1$s'; font-size: 8pt; content: counter(page) ' / ' counter(pages) } }
            body { font-family: '%1$s'; font-size: 10.5pt; line-height: 1.6; }
            h1 { font-size: 15pt; font-weight: normal; line-height: 1.3; }
            section.next { margin-top: 12mm; border-top: 0.5pt solid #000; padding-top: 6mm; }
            p { margin: 0 0 2mm 0; }
            p.record { font-size: 8pt; margin-top: 6mm; }
            """.formatted(FONT);

    private DocumentPage() {}

    /** The whole page; its language is that of the first part. */
    static String of(Document document) {
        Document.Part first = document.parts().get(0);
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"")
                .append(escaped(first.language()))
                .append("\"><head><title>")
                .append(escaped(first.title()))
                .append("</title><meta name=\"subject\" content=\"")
                .append(escaped(document.subject()))
                .append("\"/><style>")
                .append(STYLE)
                .append("</style></head><body>");
        for (int i = 0; i < document.parts().size(); i++) {
            Document.Part part = document.parts().get(i);
            page.append("<section lang=\"").append(escaped(part.language())).append('"');
            page.append(i == 0 ? ">" : " class=\"next\">");
            section(part, page);
            page.append("</section>");
        }
        return page.append("</body></html>").toString();
    }

    private static void section(Document.Part part, StringBuilder page) {
        page.append("<h1>").append(escaped(part.title())).append("</h1>");
        part.lines().forEach(line -> page.append("<p>").append(escaped(line)).append("</p>"));
        page.append("<p class=\"record\">").append(escaped(part.record())).append("</p>");
    }

    /** As character data or an attribute's value; what XML cannot hold becomes U+FFFD. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
