package io.redress.quickstart.story;

/** The employees, and the systems, who appear in more than one story or demonstration. */
final class Cast {

    static final User ENFORCER = User.staff("enf-1", "enforcement");
    static final User RESPONDENT = User.staff("enf-2", "enforcement", "respondent");
    static final User OPERATOR = User.staff("operator-1", "operator");
    static final User ADVOCATE = User.staff("adv-1", "advocate");
    static final User ADJUDICATOR = User.staff("adj-1", "adjudicator");
    static final User FINANCE = User.staff("fin-biz-1", "finance");
    static final User RULE_OWNER = User.staff("gov-vp", "rule-owner");
    static final User MARKETPLACE = User.machine("marketplace");

    private Cast() {}
}
