package io.redress.penalties.domain.penalty;

import io.redress.penalties.domain.rulebook.Clause;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.redress.penalties.domain.rulebook.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a statement of reasons tells of the cure window: what is to be made good, until when, how, and what comes of it. */
final class CureWording {

    private CureWording() {}

    /** Empty where the clauses cannot be cured. */
    static Optional<Text> of(Penalty penalty, Rulebooks rulebooks) {
        Rulebook rulebook = rulebooks.version(penalty.basis().rulebookVersion()).orElseThrow();
        long days = rulebook.cureLookBack().toDays();
        return penalty.cure()
                .until()
                .map(until -> window(penalty, until, rulebooks, rulebook, days))
                .or(() -> penalty.cure().repeats().map(earlier -> none(earlier, days)));
    }

    /** Why the breach is taken as not intended. */
    static Text unintentional(Text reasons) {
        return new Text("本次违规认定为非故意,理由:" + reasons.zh(), "Taken as not intended, because: " + reasons.en());
    }

    private static Text window(Penalty penalty, Instant until, Rulebooks rulebooks, Rulebook rulebook, long days) {
        String end = StatementWording.time(until, rulebook.zone());
        return new Text(
                "整改:请就 " + what(penalty, rulebooks, "《%s》", Text::zh) + " 完成整改,并在 " + end
                        + " 之前在 Redress 就本处罚提交整改证明。整改证明被接受的,不扣分、不采取措施,以教育代替处罚;"
                        + days + " 天内再次违反同一条款的,不再给予整改期。逾期未提交的,处罚生效;已提交的证明未获答复前,处罚不生效。",
                "Cure: make good " + what(penalty, rulebooks, " \"%s\"", Text::en)
                        + ", and file proof of cure for this penalty at Redress before " + end
                        + ". If the proof is accepted, there are no points and no measures: education takes the place of the"
                        + " penalty, and a breach of the same clause within " + days
                        + " days has no cure window. Without proof in time the penalty enters into force; it does not"
                        + " enter into force before a proof that was filed is answered.");
    }

    private static Text none(String earlier, long days) {
        return new Text(
                "无整改期:" + days + " 天内曾因违反同一条款受处罚 " + earlier + "。",
                "There is no cure window: the shop broke the same clause within " + days + " days before, see penalty "
                        + earlier + ".");
    }

    /** Clauses and objects. */
    private static String what(Penalty penalty, Rulebooks rulebooks, String title, Function<Text, String> language) {
        return penalty.violations().stream()
                .map(violation -> {
                    Clause clause = rulebooks
                            .version(violation.rulebookVersion())
                            .flatMap(version -> version.clause(violation.clauseId()))
                            .orElseThrow();
                    List<String> objects =
                            violation.objects().stream().map(ObjectRef::id).toList();
                    return clause.id() + title.formatted(language.apply(clause.title())) + " ("
                            + String.join(", ", objects) + ")";
                })
                .collect(Collectors.joining("; "));
    }
}
