package io.redress.cases.domain;

import java.util.List;
import java.util.Optional;

/**
 * Whom an employee reports to.
 *
 * @param department empty for whom the organisation chart does not know
 * @param people the employee and those above, nearest first; the last one has nobody above
 */
public record ReportingLine(Optional<String> department, List<String> people) {

    public ReportingLine {
        people = List.copyOf(people);
    }

    /**
     * True when both are of one department, or somebody is in both lines who has a superior: the head of the whole
     * organisation, whom everybody reports to, makes no line.
     */
    public boolean sharedWith(ReportingLine other) {
        boolean sameDepartment = department.isPresent() && department.equals(other.department);
        return sameDepartment || belowTheTop().stream().anyMatch(other.belowTheTop()::contains);
    }

    private List<String> belowTheTop() {
        return people.isEmpty() ? people : people.subList(0, people.size() - 1);
    }
}
