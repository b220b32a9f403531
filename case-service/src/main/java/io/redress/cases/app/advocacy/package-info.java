/** Who defends a merchant, and that nobody with an interest has a say in it. */
package io.redress.cases.app.advocacy;
