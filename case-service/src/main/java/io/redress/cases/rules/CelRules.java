package io.redress.cases.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.redress.cases.app.queue.RoutingRules;
import io.redress.cases.domain.queue.Routing;
import io.redress.cases.domain.queue.RoutingFacts;
import io.redress.cases.domain.queue.RoutingRule;
import io.redress.kit.outcome.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Routing rules in CEL: typed, without loops of their own, over the facts of {@link RoutingFacts} and nothing else. What an
 * expression can cost is bounded: by its length and depth, by one walk through a list at a time, and by the steps of all
 * walks together. Expressions are read away from the event loops; asking one takes microseconds.
 */
public final class CelRules implements RoutingRules {

    private static final int MOST_CHARACTERS = 1_000;
    private static final int DEEPEST = 32;
    private static final int MOST_STEPS = 1_000;
    private static final int LARGEST_PATTERN = 1_000;
    private static final int LONGEST_PROBLEM = 300;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(MOST_CHARACTERS)
            .maxParseRecursionDepth(DEEPEST)
            .comprehensionMaxIterations(MOST_STEPS)
            .maxRegexProgramSize(LARGEST_PATTERN)
            .build();

    /** Made when the first rule is read: a service without rules does not pay for the language. */
    private static final class Language {
        static final CelCompiler COMPILER = compiler();
        static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(OPTIONS)
                .build();

        private static CelCompiler compiler() {
            CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                    .setOptions(OPTIONS)
                    .setStandardMacros(CelStandardMacro.EXISTS, CelStandardMacro.EXISTS_ONE, CelStandardMacro.ALL)
                    .setResultType(SimpleType.BOOL);
            RoutingFacts.TYPES.forEach((fact, type) -> builder.addVar(fact, type(type)));
            return builder.build();
        }
    }

    private final Vertx vertx;

    public CelRules(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Future<Prepared> prepare(List<RoutingRule> rules) {
        return rules.isEmpty()
                ? Future.succeededFuture(new Prepared(List.of(), List.of()))
                : vertx.executeBlocking(() -> read(rules), false);
    }

    static Prepared read(List<RoutingRule> rules) {
        List<Routing.Ready> ready = new ArrayList<>();
        List<Refusal.Wrong> wrong = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            try {
                ready.add(new Routing.Ready(rules.get(i), condition(rules.get(i).when())));
            } catch (CelValidationException | CelEvaluationException unusable) {
                wrong.add(new Refusal.Wrong("/rules/" + i + "/when", problem(unusable.getMessage())));
            }
        }
        return new Prepared(ready, wrong);
    }

    private static Routing.Condition condition(String when) throws CelValidationException, CelEvaluationException {
        CelAbstractSyntaxTree tree = Language.COMPILER.compile(when).getAst();
        if (walksWithinWalks(tree)) {
            throw new CelEvaluationException("one walk through a list within another may cost too much");
        }
        CelRuntime.Program program = Language.RUNTIME.createProgram(tree);
        return facts -> {
            try {
                return program.eval(facts.values()) instanceof Boolean holds && holds;
            } catch (CelEvaluationException failure) {
                throw new Routing.CannotBeAsked(problem(failure.getMessage()), failure);
            }
        };
    }

    private static boolean walksWithinWalks(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == ExprKind.Kind.COMPREHENSION)
                .anyMatch(CelRules::withinAWalk);
    }

    private static boolean withinAWalk(CelNavigableExpr node) {
        Optional<CelNavigableExpr> above = node.parent();
        while (above.isPresent()) {
            if (above.get().getKind() == ExprKind.Kind.COMPREHENSION) {
                return true;
            }
            above = above.get().parent();
        }
        return false;
    }

    private static CelType type(RoutingFacts.Type type) {
        return switch (type) {
            case TEXT -> SimpleType.STRING;
            case TEXTS -> ListType.create(SimpleType.STRING);
            case NUMBER -> SimpleType.INT;
            case YES_OR_NO -> SimpleType.BOOL;
        };
    }

    /** The first line: the ones after it draw the place. */
    private static String problem(String message) {
        String first = message == null ? "" : message.lines().findFirst().orElse("");
        return first.length() > LONGEST_PROBLEM ? first.substring(0, LONGEST_PROBLEM) : first;
    }
}
