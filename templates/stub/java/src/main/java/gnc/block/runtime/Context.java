package gnc.block.runtime;

import com.sun.net.httpserver.HttpExchange;

/**
 * What stands beside a message.
 *
 * @param exchange the call itself: certificate of the caller, token
 */
public record Context(
    String operation, String idempotencyKey, String correlationId, Syntax syntax, HttpExchange exchange) {}
