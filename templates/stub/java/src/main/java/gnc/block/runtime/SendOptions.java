package gnc.block.runtime;

/**
 * Keys of one message.
 *
 * @param idempotencyKey the same for every attempt; where it is null the message's own reference, else
 *     a new UUID
 * @param correlationId ties message, acknowledgement and answer together in the logs; where it is null
 *     the idempotency key
 */
public record SendOptions(String idempotencyKey, String correlationId) {
  /** Keys by default. */
  public static final SendOptions DEFAULT = new SendOptions(null, null);
}
