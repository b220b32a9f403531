package io.redress.penalties.app.transparency;

import java.util.Map;

/** How a statement becomes the text that is sent; the same statement is the same text. */
@FunctionalInterface
public interface PayloadForm {

    String write(Map<String, Object> statement);
}
