package gnc.block.runtime;

import java.util.function.Function;

/** What became of a message. */
public sealed interface Outcome<R> {
  String correlationId();

  /** How often it was sent. */
  int attempts();

  /** It was received; the reply is null where only the status says so. */
  record Accepted<R>(R reply, String correlationId, int attempts) implements Outcome<R> {}

  /** The gateway refused it. */
  record Refused<R>(Problem problem, String correlationId, int attempts) implements Outcome<R> {}

  /** Nobody acknowledged it. */
  record Undelivered<R>(String reason, String correlationId, int attempts) implements Outcome<R> {}

  /** The same with another reply. */
  default <T> Outcome<T> map(Function<R, T> of) {
    if (this instanceof Accepted<R> it) {
      return new Accepted<>(of.apply(it.reply()), it.correlationId(), it.attempts());
    }
    if (this instanceof Refused<R> it) {
      return new Refused<>(it.problem(), it.correlationId(), it.attempts());
    }
    Undelivered<R> it = (Undelivered<R>) this;
    return new Undelivered<>(it.reason(), it.correlationId(), it.attempts());
  }
}
