package io.redress.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.OrgChart.Department;
import io.redress.cases.domain.OrgChart.Employee;
import io.redress.kit.outcome.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrgChartTest {

    private static final Department EXEC = new Department("exec", "ceo", "CC-000");

    @Test
    void oneDepartmentAndAtMostOneManagerEach() {
        assertThat(new OrgChart(List.of(EXEC), List.of(employee("ceo", "exec", null), employee("cfo", "exec", "ceo")))
                        .checked())
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void contradictionsAreNamed() {
        assertThat(detail(employee("ceo", "nowhere", null))).contains("ceo has no known department");
        assertThat(detail(employee("ceo", "exec", "nobody"))).contains("ceo has no known manager");
        assertThat(detail(employee("cfo", "exec", null))).contains("exec has no known head");
        assertThat(detail(employee("ceo", "exec", null), employee("ceo", "exec", null)))
                .contains("given twice");
        assertThat(detail(employee("ceo", "exec", "cfo"), employee("cfo", "exec", "ceo")))
                .contains("circle of managers");
    }

    private static String detail(Employee... employees) {
        return CaseFixtures.refusal(new OrgChart(List.of(EXEC), List.of(employees)).checked())
                .detail();
    }

    private static Employee employee(String id, String department, String manager) {
        return new Employee(id, department, Optional.ofNullable(manager), 5);
    }
}
