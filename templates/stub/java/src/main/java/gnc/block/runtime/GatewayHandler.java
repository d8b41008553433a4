package gnc.block.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import gnc.block.runtime.ModelSpec.MessageSpec;
import gnc.block.runtime.ModelSpec.OperationSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Receives messages: headers, size, structure, repetition; then the hooks and handlers of the block. */
public final class GatewayHandler implements HttpHandler {
  private final ModelSpec model;
  private final Receiver receiver;
  private final ReplyStore store;
  private final Consumer<Throwable> log;
  private final Map<String, OperationSpec> operations;

  /** Keys of messages that are being processed. */
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  /**
   * A handler for {@code HttpServer.createContext("/", ...)}.
   *
   * @param log hears of what went wrong here
   */
  public GatewayHandler(ModelSpec model, Receiver receiver, ReplyStore store, Consumer<Throwable> log) {
    this.model = model;
    this.receiver = receiver;
    this.store = store;
    this.log = log;
    this.operations =
        model.operations().stream()
            .collect(Collectors.toMap(it -> model.basePath() + it.path(), Function.identity()));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String given = header(exchange, "Correlation-Id");
    String correlationId = Sender.KEY.matcher(given).matches() ? given : "none";
    try (exchange) {
      ReplyStore.Given reply = answer(exchange, correlationId);
      exchange.getResponseHeaders().set("Content-Type", reply.mediaType());
      exchange.getResponseHeaders().set("Correlation-Id", correlationId);
      exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
      exchange.getResponseBody().write(reply.body());
    }
  }

  private ReplyStore.Given answer(HttpExchange exchange, String correlationId) {
    RefusalException refusal;
    try {
      return take(exchange, correlationId);
    } catch (RefusalException error) {
      refusal = error;
    } catch (IOException | RuntimeException | InvalidMessageException error) {
      // A reply that does not conform is a fault of this side.
      log.accept(error);
      refusal = refuse(Category.UNAVAILABLE, 0, "the message cannot be processed now");
    }
    Problem problem = refusal.problem(model, correlationId);
    if (problem.status() == 503) {
      String seconds = Long.toString(model.limits().intervalSeconds());
      exchange.getResponseHeaders().set("Retry-After", seconds);
    }
    if (problem.status() == 405) {
      exchange.getResponseHeaders().set("Allow", "POST");
    }
    byte[] body = Json.write(Json.toTree(problem)).getBytes(StandardCharsets.UTF_8);
    return new ReplyStore.Given("", problem.status(), Problem.MEDIA_TYPE, body);
  }

  private static RefusalException refuse(Category category, int status, String detail) {
    return new RefusalException(category, status, detail, List.of());
  }

  private ReplyStore.Given take(HttpExchange exchange, String correlationId)
      throws RefusalException, IOException, InvalidMessageException {
    OperationSpec operation = operations.get(exchange.getRequestURI().getPath());
    if (operation == null) {
      throw refuse(Category.TRANSPORT, 404, "no such operation");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      throw refuse(Category.TRANSPORT, 405, "messages are posted");
    }
    Syntax syntax =
        Syntax.of(header(exchange, "Content-Type"))
            .filter(model.syntaxes()::contains)
            .orElseThrow(() -> refuse(Category.TRANSPORT, 415, "another syntax is asked for"));
    String key = header(exchange, "Idempotency-Key");
    if (!Sender.KEY.matcher(key).matches()) {
      throw refuse(Category.TRANSPORT, 0, "the header Idempotency-Key is missing or malformed");
    }
    if (!Sender.KEY.matcher(header(exchange, "Correlation-Id")).matches()) {
      throw refuse(Category.TRANSPORT, 0, "the header Correlation-Id is missing or malformed");
    }
    receiver.authorise(operation, exchange);
    int largest = model.limits().bytes();
    byte[] body = exchange.getRequestBody().readNBytes(largest + 1);
    if (body.length > largest) {
      throw refuse(Category.TRANSPORT, 413, "messages have at most " + largest + " bytes");
    }
    String digest = digest(operation, body);
    if (!busy.add(key)) {
      throw refuse(Category.UNAVAILABLE, 0, "this message is being processed");
    }
    try {
      Optional<ReplyStore.Given> before = store.get(key);
      if (before.isPresent()) {
        if (before.get().digest().equals(digest)) {
          return before.get();
        }
        throw refuse(
            Category.DUPLICATE, 0, "another message was received under this idempotency key");
      }
      Context context = new Context(operation.id(), key, correlationId, syntax, exchange);
      byte[] reply = process(operation, body, context);
      ReplyStore.Given given =
          new ReplyStore.Given(digest, operation.status(), syntax.mediaType(), reply);
      store.put(key, given);
      return given;
    } finally {
      busy.remove(key);
    }
  }

  private byte[] process(OperationSpec operation, byte[] body, Context context)
      throws RefusalException, InvalidMessageException {
    Codec.Decoded decoded;
    try {
      decoded = Codec.decode(model, context.syntax(), body);
    } catch (InvalidMessageException error) {
      String code = model.categories().get(Category.SCHEMA).code();
      List<Problem.Entry> entries =
          error.faults().stream()
              .map(it -> new Problem.Entry(code, it.path(), it.detail()))
              .toList();
      throw new RefusalException(
          Category.SCHEMA, "the message does not conform to its schema", entries);
    }
    MessageSpec expected = model.messages().get(operation.message());
    if (decoded.message() != expected) {
      throw refuse(
          Category.SCHEMA, 0, decoded.message().name() + " is not received here, " + expected.name() + " is");
    }
    ObjectNode reply = receiver.receive(operation, decoded.tree(), context);
    if (operation.reply() == null) {
      return new byte[0];
    }
    return Codec.encode(model, context.syntax(), Objects.requireNonNull(reply, "a reply"));
  }

  private static String digest(OperationSpec operation, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(operation.id().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException error) {
      throw new IllegalStateException("every Java has SHA-256", error);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
  }
}
