/** What an adjudicator does: claim, refuse to hear, draft, rule, reopen. */
package io.redress.cases.app.ruling;
