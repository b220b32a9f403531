/** What a merchant and his advocate write to each other, which nobody else reads. */
package io.redress.cases.app.message;
