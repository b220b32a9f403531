package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Departments and employees; every employee has one department and at most one manager. */
public record OrgChart(List<Department> departments, List<Employee> employees) {

    public OrgChart {
        departments = List.copyOf(departments);
        employees = List.copyOf(employees);
    }

    public record Department(String id, String head, String costCentre) {}

    public record Employee(String id, String department, Optional<String> manager, int grade) {}

    /** The chart itself, or why it contradicts itself. */
    public Outcome<OrgChart> checked() {
        Set<String> departmentIds = departments.stream().map(Department::id).collect(Collectors.toSet());
        Set<String> employeeIds = employees.stream().map(Employee::id).collect(Collectors.toSet());
        if (departmentIds.size() < departments.size() || employeeIds.size() < employees.size()) {
            return refuse("An id is given twice.");
        }
        for (Employee employee : employees) {
            if (!departmentIds.contains(employee.department())) {
                return refuse("Employee " + employee.id() + " has no known department.");
            }
            if (employee.manager().isPresent()
                    && !employeeIds.contains(employee.manager().get())) {
                return refuse("Employee " + employee.id() + " has no known manager.");
            }
            if (managesHimself(employee)) {
                return refuse("Employee " + employee.id() + " is in a circle of managers.");
            }
        }
        for (Department department : departments) {
            if (!employeeIds.contains(department.head())) {
                return refuse("Department " + department.id() + " has no known head.");
            }
        }
        return Outcome.done(this);
    }

    private boolean managesHimself(Employee employee) {
        Set<String> seen = new HashSet<>();
        Optional<Employee> at = Optional.of(employee);
        while (at.isPresent()) {
            if (!seen.add(at.get().id())) {
                return true;
            }
            at = at.get().manager().flatMap(this::employee);
        }
        return false;
    }

    private Optional<Employee> employee(String id) {
        return employees.stream().filter(employee -> employee.id().equals(id)).findFirst();
    }

    private static Outcome<OrgChart> refuse(String detail) {
        return Outcome.refused(CaseRefusal.INCONSISTENT_DATA, detail);
    }
}
