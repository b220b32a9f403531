/** Phrases that must not occur in a text: found however they are spelled, fetched from the service that keeps them. */
package io.redress.kit.text;
