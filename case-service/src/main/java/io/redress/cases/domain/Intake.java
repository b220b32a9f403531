package io.redress.cases.domain;

import java.util.Optional;

/**
 * A case that is to be opened.
 *
 * @param respondentDepartment that is to answer; empty when the organisation chart does not say
 */
public record Intake(
        String caseId, Party party, Subject subject, Optional<String> respondentDepartment, Checklist checklist) {}
