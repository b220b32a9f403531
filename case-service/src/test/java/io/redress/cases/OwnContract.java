package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.http.ContractFile;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import io.vertx.openapi.validation.ValidatedResponse;
import java.util.Map;

/** Holds this service's answers against its contract. */
final class OwnContract {

    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("advocate", "assignAdvocate"),
            Map.entry("members", "joinCases"),
            Map.entry("leave", "leaveCase"),
            Map.entry("joint-answers", "fileJointAnswer"),
            Map.entry("joint-draft-rulings", "issueJointDraftRulings"),
            Map.entry("joint-rulings", "issueJointRulings"),
            Map.entry("requirements", "changeRequirement"),
            Map.entry("briefs", "fileBrief"),
            Map.entry("claim", "claimCase"),
            Map.entry("claim-release", "releaseClaim"),
            Map.entry("claim-reassignments", "reassignClaim"),
            Map.entry("queue-moves", "moveCase"),
            Map.entry("answers", "fileAnswer"),
            Map.entry("draft-rulings", "issueDraftRuling"),
            Map.entry("replies", "fileReply"),
            Map.entry("rulings", "issueRuling"),
            Map.entry("withdraw", "withdrawCase"),
            Map.entry("continue", "continueCase"),
            Map.entry("inadmissible", "declareInadmissible"),
            Map.entry("reopening-requests", "requestReopening"),
            Map.entry("refusals", "refuseReopeningRequest"),
            Map.entry("reopen", "reopenCase"),
            Map.entry("reopening-decisions", "decideReopening"),
            Map.entry("advocate-changes", "changeAdvocate"),
            Map.entry("advocate-reassignments", "reassignAdvocate"));

    private final ResponseValidator validator;

    OwnContract(Vertx vertx) {
        OpenAPIContract contract =
                ContractFile.load(vertx, "openapi/case-service.yaml").await();
        validator = ResponseValidator.create(vertx, contract);
    }

    /** The answer itself; a success that is not as the contract says fails the test. */
    Answer checked(String operationId, Answer answer) {
        if (answer.status() < 300) {
            Future<ValidatedResponse> validation = validator.validate(
                    ValidatableResponse.create(
                            answer.status(),
                            Map.of(
                                    "ETag",
                                    answer.header("etag").orElse("\"0\""),
                                    "Location",
                                    answer.header("location").orElse("/")),
                            Buffer.buffer(answer.bytes()),
                            "application/json"),
                    operationId);
            validation.otherwiseEmpty().await();
            assertThat(validation.cause()).as(operationId + " " + answer.text()).isNull();
        }
        return answer;
    }

    /** Of a command by the last part of its path. */
    Answer checkedCommand(String segment, Answer answer) {
        return checked(COMMANDS.get(segment), answer);
    }
}
