/** Statements of reasons in the format of the EU Transparency Database, and what became of them. */
package io.redress.penalties.domain.transparency;
