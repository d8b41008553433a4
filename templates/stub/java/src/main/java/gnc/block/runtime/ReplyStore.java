package gnc.block.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers replies, so that a message that comes again is answered as before and processed once. */
public interface ReplyStore {
  /**
   * A reply that was given under an idempotency key.
   *
   * @param digest SHA-256 of the message
   */
  record Given(String digest, int status, String mediaType, byte[] body) {}

  Optional<Given> get(String key);

  void put(String key, Given given);

  /** Remembers the latest replies of this process. A gateway of several processes brings its own store. */
  static ReplyStore inMemory() {
    return new ReplyStore() {
      private static final int MOST = 10_000;

      private final Map<String, Given> given =
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Given> eldest) {
              return size() > MOST;
            }
          };

      @Override
      public synchronized Optional<Given> get(String key) {
        return Optional.ofNullable(given.get(key));
      }

      @Override
      public synchronized void put(String key, Given reply) {
        given.put(key, reply);
      }
    };
  }
}
