/** Other systems that penalty-service calls. */
package io.redress.penalties.client;
