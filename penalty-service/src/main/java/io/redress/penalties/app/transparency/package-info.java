/** Files statements of reasons into the EU Transparency Database, each once, and keeps what became of them. */
package io.redress.penalties.app.transparency;
