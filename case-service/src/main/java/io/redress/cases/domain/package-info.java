/** Appeals, their windows and the business calendar: pure decisions, without clock, storage or transport. */
package io.redress.cases.domain;
