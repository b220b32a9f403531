package io.redress.kit.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatableRequest;
import io.vertx.openapi.validation.impl.RequestParameterImpl;
import java.util.Map;

/** A request as the validator takes it, with this JSON in the place of the body that was sent. */
record JsonInstead(ValidatableRequest sent, byte[] json) implements ValidatableRequest {

    @Override
    public Map<String, RequestParameter> getHeaders() {
        return sent.getHeaders();
    }

    @Override
    public Map<String, RequestParameter> getCookies() {
        return sent.getCookies();
    }

    @Override
    public Map<String, RequestParameter> getPathParameters() {
        return sent.getPathParameters();
    }

    @Override
    public Map<String, RequestParameter> getQuery() {
        return sent.getQuery();
    }

    @Override
    public RequestParameter getBody() {
        return new RequestParameterImpl(Buffer.buffer(json));
    }

    @Override
    public String getContentType() {
        return "application/json";
    }
}
