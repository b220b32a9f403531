package io.redress.cases.domain.queue;

import io.redress.cases.domain.BilingualText;
import java.time.Duration;
import java.util.Set;

/**
 * A queue.
 *
 * @param restricted whether those outside do not know of its cases
 * @param members who works on its cases
 * @param lease how long somebody who takes a case has it to himself; machine time
 * @param leaseLimit how many of its cases one person has to himself at once
 */
public record WorkQueue(
        String id, BilingualText name, boolean restricted, Members members, Duration lease, int leaseLimit) {

    /** Where nothing else is said. */
    public static final int LEASE_LIMIT = 5;

    /** By name, by department as the organisation is at the time, or by role. */
    public record Members(Set<String> employees, Set<String> departments, Set<String> roles) {

        public Members {
            employees = Set.copyOf(employees);
            departments = Set.copyOf(departments);
            roles = Set.copyOf(roles);
        }

        boolean none() {
            return employees.isEmpty() && departments.isEmpty() && roles.isEmpty();
        }
    }
}
