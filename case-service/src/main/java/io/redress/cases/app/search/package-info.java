/** How staff find cases: filters, order, pages, saved views. */
package io.redress.cases.app.search;
