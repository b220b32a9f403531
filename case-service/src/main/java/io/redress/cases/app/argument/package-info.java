/** What the parties argue: brief, answer, replies, proof of requirements. */
package io.redress.cases.app.argument;
