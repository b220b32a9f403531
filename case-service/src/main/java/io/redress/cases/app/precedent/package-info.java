/** Earlier rulings that a case cites. */
package io.redress.cases.app.precedent;
