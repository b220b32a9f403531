package io.redress.quickstart.cli;

import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.issuer.RoleTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "token",
        description = "Prints a bearer token of the development issuer.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    @ParentCommand
    private Redress redress;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ROLE", description = "A role of the contracts' table, or several joined by commas.")
    private String role;

    @Option(
            names = "--as",
            paramLabel = "ID",
            description = "The employee, machine, or for a merchant-side role the merchant; default: the role's name.")
    private String id;

    @Override
    public Integer call() {
        List<String> roles = List.of(role.split(",", -1));
        String subject = id == null ? roles.get(0) : id;
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("sub", subject);
        request.put("roles", roles);
        RoleTable table = RoleTable.load();
        if (roles.stream().anyMatch(table::merchantSide)) {
            if (id == null) {
                throw new IllegalArgumentException("role " + role + " needs --as MERCHANT");
            }
            request.put("merchantId", id);
        }
        HttpAnswer answer = redress.suite().control().sendJson("POST", "/dev/tokens", Map.of(), request);
        if (!answer.succeeded()) {
            throw new IllegalArgumentException(answer.body().path("error").asText(answer.brief()));
        }
        spec.commandLine().getOut().println(answer.body().path("access_token").asText());
        return Redress.HELD;
    }
}
