package io.redress.cases.api;

/** What a list of cases may be asked to be ordered by. */
enum CaseSort {
    OPENED,
    DUE
}
