package gnc.block.runtime;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How to send.
 *
 * @param address address of the partner's gateway without the base path
 * @param http what calls go through; its SSL context brings the certificate of mutual TLS
 * @param syntax syntax of what is sent
 * @param acknowledgementTimeout time within which a message must be acknowledged
 * @param retries how often a message that was not acknowledged is sent again
 * @param retryInterval time before it is sent again the first time; doubled each time after that
 * @param longestInterval most time between two attempts
 * @param authorization value of the header of this name, asked for before each attempt; null for none
 */
public record ClientOptions(
    URI address,
    HttpClient http,
    Syntax syntax,
    Duration acknowledgementTimeout,
    int retries,
    Duration retryInterval,
    Duration longestInterval,
    Supplier<String> authorization) {

  /** What the block says. */
  public static ClientOptions of(ModelSpec model, URI address, HttpClient http) {
    return new ClientOptions(
        address,
        http,
        model.syntaxes().get(0),
        Duration.ofSeconds(model.limits().acknowledgementSeconds()),
        model.limits().retries(),
        Duration.ofSeconds(model.limits().intervalSeconds()),
        Duration.ofHours(1),
        null);
  }

  /** The same in another syntax. */
  public ClientOptions in(Syntax other) {
    return new ClientOptions(
        address, http, other, acknowledgementTimeout, retries, retryInterval, longestInterval, authorization);
  }

  /** The same with another way of sending again. */
  public ClientOptions again(int times, Duration interval) {
    return new ClientOptions(
        address, http, syntax, acknowledgementTimeout, times, interval, longestInterval, authorization);
  }

  /** The same with a token. */
  public ClientOptions authorized(Supplier<String> by) {
    return new ClientOptions(
        address, http, syntax, acknowledgementTimeout, retries, retryInterval, longestInterval, by);
  }
}
