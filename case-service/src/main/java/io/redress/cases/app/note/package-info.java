/** What staff keep beside a case, for themselves or each other: tags, notes, snoozes. */
package io.redress.cases.app.note;
