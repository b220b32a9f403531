package io.redress.kit.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.RequestValidator;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorErrorType;
import io.vertx.openapi.validation.ValidatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks a request against its operation in the contract and says what is wrong, with pointers. */
final class ContractValidation {

    private static final int MAX_ERRORS = 20;

    private final Vertx vertx;
    private final RequestValidator validator;
    private final RequestExtractor extractor = RequestExtractor.withBodyHandler();
    private final Map<String, QuickValidation> quick;

    ContractValidation(Vertx vertx, OpenAPIContract contract) {
        this.vertx = vertx;
        this.validator = RequestValidator.create(vertx, contract);
        this.quick = contract.operations().stream()
                .collect(Collectors.toUnmodifiableMap(Operation::getOperationId, QuickValidation::of));
    }

    /** Succeeds with the body's bytes as JSON, empty where the operation takes none. */
    Future<byte[]> validate(RoutingContext routing, Operation operation, OperationRules rules) {
        byte[] body = routing.body().buffer() == null
                ? new byte[0]
                : routing.body().buffer().getBytes();
        String contentType = routing.request().getHeader("Content-Type");
        if (rules.takesYaml() && YamlBody.isYaml(contentType)) {
            // a long document would keep the event loop
            return vertx.executeBlocking(() -> YamlBody.json(body), false)
                    .compose(json -> validate(routing, operation, json, true));
        }
        if (rules.needsBody() && !isJson(contentType)) {
            return Future.failedFuture(new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "send the body as application/json" + (rules.takesYaml() ? " or " + YamlBody.MEDIA_TYPE : "")));
        }
        return validate(routing, operation, body, false);
    }

    private Future<byte[]> validate(RoutingContext routing, Operation operation, byte[] body, boolean wasYaml) {
        if (BodyDepth.tooDeep(body)) {
            return invalid(new Problem.Violation("", "nested deeper than " + BodyDepth.MAX + " levels"));
        }
        if (NullCharacters.in(body)) {
            return invalid(new Problem.Violation("", "a text with a null character"));
        }
        for (Map.Entry<String, String> parameter : routing.queryParams()) {
            if (parameter.getValue().indexOf('\0') >= 0) {
                return invalid(new Problem.Violation(parameter.getKey(), "a text with a null character"));
            }
        }
        if (quick.get(operation.getOperationId()).recognises(routing, body)) {
            return Future.succeededFuture(body);
        }
        return Future.succeededFuture() // what is thrown at a value that cannot be decoded is a failure like any other
                .compose(begun -> extractor.extractValidatableRequest(routing, operation))
                .compose(request -> validator.validate(
                        wasYaml ? new JsonInstead(request, body) : request, operation.getOperationId()))
                .map(valid -> body)
                .recover(ContractValidation::translate);
    }

    private static boolean isJson(String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    private static Future<byte[]> translate(Throwable failure) {
        if (failure instanceof SchemaValidationException schema) {
            List<Problem.Violation> errors = new ArrayList<>();
            collect(schema.getOutputUnit(), errors);
            if (errors.isEmpty()) {
                errors.add(new Problem.Violation("", schema.getMessage()));
            }
            return invalid(errors.toArray(Problem.Violation[]::new));
        }
        if (failure instanceof ValidatorException validator) {
            if (validator.type() == ValidatorErrorType.UNSUPPORTED_VALUE_FORMAT) {
                return Future.failedFuture(
                        new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "this form of body is not supported"));
            }
            return invalid(new Problem.Violation("", validator.getMessage()));
        }
        if (failure instanceof io.vertx.core.json.DecodeException) {
            return invalid(new Problem.Violation("", "not well-formed JSON"));
        }
        return Future.failedFuture(failure);
    }

    private static void collect(OutputUnit unit, List<Problem.Violation> errors) {
        if (unit == null) {
            return;
        }
        List<OutputUnit> nested = unit.getErrors();
        if (nested != null) {
            for (OutputUnit one : nested) {
                collect(one, errors);
            }
        }
        if (unit.getError() != null && errors.size() < MAX_ERRORS) {
            String location = unit.getInstanceLocation() == null ? "" : unit.getInstanceLocation();
            errors.add(new Problem.Violation(
                    location.startsWith("#") ? location.substring(1) : location, unit.getError()));
        }
    }

    private static Future<byte[]> invalid(Problem.Violation... errors) {
        return Future.failedFuture(new ProblemException(
                ProblemType.VALIDATION_FAILED, "the request is not as the contract says", List.of(errors)));
    }
}
