package io.redress.notifications.domain.template;

/** Where a template stands. */
public enum TemplateStatus {
    /** Being written; no notice is made from it. */
    DRAFT,
    /** Notices are made from it; its words never change any more. */
    APPROVED,
    /** A later version was approved; notices made from it stay as they are. */
    SUPERSEDED
}
