package io.redress.kit.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.redress.kit.resilience.PeerUnavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Prints documents as tagged PDF (structure tree, language, title; made to PDF/UA-1) with a subset of Noto Sans SC inside.
 *
 * <p>The same document gives the same bytes: creation date and document id come from it. Two are made at a time, on
 * threads of their own; when more than sixteen are wanted at once, the others are told to come again.
 */
public final class DocumentPrinter {
    private static final String FONT_RESOURCE = "/fonts/400Regular/NotoSansSC_400Regular.ttf";
    private static final int AT_A_TIME = 2;
    private static final int MAX_WANTED = 16;
    private static final int RETRY_SECONDS = 5;
    private static final int REGULAR = 400;

    static {
        // It would write to java.util.logging at every step; what goes wrong comes as an exception anyway.
        XRLog.setLoggingEnabled(false);
    }

    private final WorkerExecutor workers;
    private final AtomicInteger wanted = new AtomicInteger();

    /** @param name of its threads, one for each service */
    public DocumentPrinter(Vertx vertx, String name) {
        this.workers = vertx.createSharedWorkerExecutor(name, AT_A_TIME);
    }

    /** Fails with {@link PeerUnavailable} when too many documents are being made. */
    public Future<byte[]> pdf(Document document) {
        if (wanted.incrementAndGet() > MAX_WANTED) {
            wanted.decrementAndGet();
            return Future.failedFuture(new PeerUnavailable(
                    "the printer of documents",
                    RETRY_SECONDS,
                    new IllegalStateException(MAX_WANTED + " documents are being made")));
        }
        return workers.executeBlocking(() -> print(document), false).onComplete(done -> wanted.decrementAndGet());
    }

    /** Blocks. */
    static byte[] print(Document document) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .withProducer("Redress")
                .useFont(DocumentPrinter::font, DocumentPage.FONT, REGULAR, FontStyle.NORMAL, true)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withHtmlContent(DocumentPage.of(document), null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.toStream(bytes).buildPdfRenderer();
                PDDocument pdf = renderer.createPDFKeepOpen()) {
            pdf.getDocumentInformation().setCreationDate(calendar(document.at()));
            pdf.setDocumentId(documentId(document.id()));
            pdf.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static InputStream font() {
        InputStream font = DocumentPrinter.class.getResourceAsStream(FONT_RESOURCE);
        if (font == null) {
            throw new IllegalStateException("the module was built without its font " + FONT_RESOURCE);
        }
        return font;
    }

    private static Calendar calendar(Instant at) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(at.toEpochMilli());
        return calendar;
    }

    private static long documentId(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
