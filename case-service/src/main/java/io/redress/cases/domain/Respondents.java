package io.redress.cases.domain;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who answers for what a case is about, and who is above them: these have no say in who defends or decides.
 *
 * @param departments that imposed the penalty, or are to answer for what is asked
 * @param people who proposed or approved the penalty, answered the brief, or head one of the departments
 * @param superiors everybody above those people
 */
public record Respondents(Set<String> departments, Set<String> people, Set<String> superiors) {

    /** How somebody stands to the department that answers. */
    public enum Standing {
        RESPONDENT,
        ABOVE_RESPONDENT
    }

    public Respondents {
        departments = Set.copyOf(departments);
        people = Set.copyOf(people);
        superiors = Set.copyOf(superiors);
    }

    /** Empty for who is neither a respondent nor above one. */
    public Optional<Standing> standing(String employee, Optional<String> ofDepartment) {
        if (people.contains(employee)
                || ofDepartment.filter(departments::contains).isPresent()) {
            return Optional.of(Standing.RESPONDENT);
        }
        return superiors.contains(employee) ? Optional.of(Standing.ABOVE_RESPONDENT) : Optional.empty();
    }

    /**
     * Whom an advocate reports to in a case: the nearest superior who is neither a respondent nor above one. Empty when
     * there is none.
     *
     * @param line of the advocate
     */
    public Optional<String> reportsTo(ReportingLine line) {
        Set<String> barred = new HashSet<>(people);
        barred.addAll(superiors);
        return line.people().stream()
                .skip(1)
                .filter(one -> !barred.contains(one))
                .findFirst();
    }
}
