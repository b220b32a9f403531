package io.redress.cases.domain;

/**
 * Whose case it is.
 *
 * @param language of the merchant's notices, {@code zh} or {@code en}
 */
public record Party(String merchantId, String shopId, String language) {}
