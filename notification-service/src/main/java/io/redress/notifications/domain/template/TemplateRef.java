package io.redress.notifications.domain.template;

import java.util.Objects;

/**
 * The approved words that a notice was written from.
 *
 * @param id the template's id
 * @param version which version of its type and addressee it is, from 1
 */
public record TemplateRef(String id, int version) {
    public TemplateRef {
        Objects.requireNonNull(id, "id");
    }
}
