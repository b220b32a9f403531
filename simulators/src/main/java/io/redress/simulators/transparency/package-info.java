/**
 * A stand-in for the EU Transparency Database, with the answers of the real one. Its rules are made from the same table
 * as the product's, {@code transparency/statement-schema.yaml}, by code of its own: what that table has wrong, both have
 * wrong, which is why the product's tests judge both by statements written by hand.
 */
package io.redress.simulators.transparency;
