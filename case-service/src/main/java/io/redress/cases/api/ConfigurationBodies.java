package io.redress.cases.api;

import io.redress.cases.domain.CalendarYear;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.CasePolicy;
import io.redress.cases.domain.ClockWatch;
import io.redress.cases.domain.EffectKind;
import io.redress.cases.domain.KindPolicy;
import io.redress.cases.domain.OrgChart;
import io.redress.cases.domain.OrgChart.Department;
import io.redress.cases.domain.OrgChart.Employee;
import io.redress.cases.domain.RequirementRule;
import io.redress.cases.domain.Term;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration documents. Typed are the parts that are used; the others are carried along, so that the stored
 * document is whole.
 */
final class ConfigurationBodies {

    record DepartmentBody(String id, String head, String costCentre) {}

    record EmployeeBody(String id, String department, Optional<String> manager, int grade) {}

    record OrgBody(
            List<DepartmentBody> departments,
            List<EmployeeBody> employees,
            Optional<Map<String, Object>> ceilings,
            Optional<Map<String, Object>> goodwillBudget,
            Optional<Map<String, Object>> approvalPolicy,
            Optional<List<Map<String, Object>>> campaigns) {

        OrgChart asDomain() {
            return new OrgChart(
                    departments.stream()
                            .map(one -> new Department(one.id(), one.head(), one.costCentre()))
                            .toList(),
                    employees.stream()
                            .map(one -> new Employee(one.id(), one.department(), one.manager(), one.grade()))
                            .toList());
        }
    }

    record TeamsBody(Optional<String> advocacy, Optional<String> adjudication) {}

    record ClocksBody(
            String firstResponse,
            String answer,
            String reply,
            String ruling,
            Optional<String> merchantAnswer,
            Optional<String> reopeningRequest,
            Optional<List<Integer>> warnAt,
            Optional<TeamsBody> teams) {

        private ClockWatch watch() {
            return new ClockWatch(
                    warnAt.orElse(ClockWatch.DEFAULT.warnAt()),
                    teams.flatMap(TeamsBody::advocacy).orElse(ClockWatch.DEFAULT.advocacyTeam()),
                    teams.flatMap(TeamsBody::adjudication).orElse(ClockWatch.DEFAULT.adjudicationTeam()));
        }
    }

    record RequirementBody(
            String id,
            Optional<String> about,
            Optional<String> owner,
            Optional<String> toExclude,
            List<String> provedBy) {
        RequirementRule asDomain() {
            return new RequirementRule(id, about, owner, toExclude, provedBy);
        }
    }

    record KindBody(
            Optional<String> window,
            Optional<String> onePer,
            String respondent,
            Optional<List<String>> liabilityAgreedBy,
            List<RequirementBody> requirements,
            List<EffectKind> effects) {
        /** @throws IllegalArgumentException when the kind, its window, what it is one of or its respondent is unknown */
        KindPolicy asDomain(String kind) {
            return new KindPolicy(
                    CaseKind.valueOf(kind),
                    window.map(Term::parse),
                    onePer.map(words -> KindPolicy.Once.of(words).orElseThrow(() -> unknown("onePer", words)))
                            .orElse(KindPolicy.Once.UNLIMITED),
                    KindPolicy.Respondent.of(respondent).orElseThrow(() -> unknown("respondent", respondent)),
                    requirements.stream().map(RequirementBody::asDomain).toList(),
                    Set.copyOf(effects));
        }

        private static IllegalArgumentException unknown(String member, String words) {
            return new IllegalArgumentException("unknown as " + member + ": " + words);
        }
    }

    record CasePolicyBody(
            ClocksBody clocks, Map<String, KindBody> kinds, Optional<List<Map<String, Object>>> merchants) {
        /** @throws IllegalArgumentException when a kind is unknown or cannot be read */
        List<KindPolicy> kindPolicies() {
            return kinds.entrySet().stream()
                    .map(kind -> kind.getValue().asDomain(kind.getKey()))
                    .toList();
        }

        CasePolicy asDomain() {
            return new CasePolicy(
                    Term.parse(clocks.firstResponse()),
                    Term.parse(clocks.answer()),
                    Term.parse(clocks.reply()),
                    Term.parse(clocks.ruling()),
                    clocks.merchantAnswer().map(Term::parse).orElse(CasePolicy.MERCHANT_ANSWER),
                    clocks.reopeningRequest().map(Term::parse).orElse(CasePolicy.REOPENING_REQUEST),
                    clocks.watch());
        }
    }

    record CalendarBody(
            String zone, List<String> workingHours, List<LocalDate> holidays, List<LocalDate> makeUpWorkdays) {

        CalendarYear asDomain(int year) {
            return new CalendarYear(
                    year,
                    ZoneId.of(zone),
                    LocalTime.parse(workingHours.get(0)),
                    LocalTime.parse(workingHours.get(1)),
                    Set.copyOf(holidays),
                    Set.copyOf(makeUpWorkdays));
        }
    }

    private ConfigurationBodies() {}
}
