/** Real Postgres and a real Kafka broker inside or beside this JVM, and the roles, topics and rights the services need in them. */
package io.redress.infra;
