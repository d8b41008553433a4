package gnc.block.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gnc.block.runtime.ModelSpec.MessageSpec;
import gnc.block.runtime.ModelSpec.OperationSpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Sends messages: acknowledgement time-out, sending again with back-off, idempotency, correlation. */
public final class Sender {
  static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  /** Answers that pass: too early, too many, out of service, not reached. */
  private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);

  private final ModelSpec model;
  private final ClientOptions options;
  private final String base;

  public Sender(ModelSpec model, ClientOptions options) {
    this.model = model;
    this.options = options;
    this.base = options.address().toString().replaceAll("/+$", "") + model.basePath();
  }

  /** Keys, and what goes under them. */
  private record Call(
      OperationSpec operation, Syntax syntax, byte[] body, String key, String correlationId) {}

  /** One attempt: what became of the message, or why to try again. */
  private record Attempt(Outcome<ObjectNode> done, String reason, Duration pause) {}

  /** Checks and sends a message; throws before anything is sent when it is not valid. */
  public Outcome<ObjectNode> send(OperationSpec operation, ObjectNode message, SendOptions keys)
      throws InvalidMessageException, InterruptedException {
    byte[] body = Codec.encode(model, options.syntax(), message);
    String key =
        Optional.ofNullable(keys.idempotencyKey())
            .or(() -> reference(operation, message))
            .orElse(null);
    return sendBytes(operation, options.syntax(), body, new SendOptions(key, keys.correlationId()));
  }

  /** The reference by which the sender identifies the message, where it can be a key. */
  private Optional<String> reference(OperationSpec operation, ObjectNode message) {
    MessageSpec spec = model.messages().get(operation.message());
    JsonNode reference = message.path(spec.json()).path(spec.reference());
    return Optional.ofNullable(reference.textValue()).filter(it -> KEY.matcher(it).matches());
  }

  /** Sends a body as it is, without looking into it; gives the reply in its JSON form. */
  public Outcome<ObjectNode> sendBytes(
      OperationSpec operation, Syntax syntax, byte[] body, SendOptions keys)
      throws InterruptedException {
    String key = Objects.requireNonNullElseGet(keys.idempotencyKey(), () -> UUID.randomUUID().toString());
    String correlationId = Objects.requireNonNullElse(keys.correlationId(), key);
    if (!KEY.matcher(key).matches() || !KEY.matcher(correlationId).matches()) {
      throw new IllegalArgumentException("keys have 1 to 64 letters, digits and . _ : -");
    }
    Call call = new Call(operation, syntax, body, key, correlationId);
    Duration wait = options.retryInterval();
    for (int attempts = 1; ; attempts++) {
      Attempt attempt = attempt(call, attempts);
      if (attempt.done() != null) {
        return attempt.done();
      }
      if (attempts > options.retries()) {
        return new Outcome.Undelivered<>(attempt.reason(), correlationId, attempts);
      }
      Thread.sleep((wait.compareTo(attempt.pause()) > 0 ? wait : attempt.pause()).toMillis());
      Duration doubled = wait.multipliedBy(2);
      wait = doubled.compareTo(options.longestInterval()) < 0 ? doubled : options.longestInterval();
    }
  }

  private Attempt attempt(Call call, int attempts) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + call.operation().path()))
            .timeout(options.acknowledgementTimeout())
            .header("Content-Type", call.syntax().mediaType())
            .header("Accept", call.syntax().mediaType() + ", " + Problem.MEDIA_TYPE)
            .header("Idempotency-Key", call.key())
            .header("Correlation-Id", call.correlationId())
            .POST(BodyPublishers.ofByteArray(call.body()));
    if (options.authorization() != null) {
      request.header("Authorization", options.authorization().get());
    }
    HttpResponse<byte[]> response;
    try {
      response = options.http().send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException error) {
      String reason = Objects.requireNonNullElse(error.getMessage(), error.getClass().getSimpleName());
      return new Attempt(null, reason, Duration.ZERO);
    }
    if (PASSING.contains(response.statusCode())) {
      Duration wait = response.headers().firstValue("Retry-After").map(Sender::seconds).orElse(Duration.ZERO);
      return new Attempt(null, "status " + response.statusCode(), wait);
    }
    return new Attempt(outcome(call, response, attempts), null, Duration.ZERO);
  }

  private static Duration seconds(String text) {
    return text.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.ZERO;
  }

  private Outcome<ObjectNode> outcome(Call call, HttpResponse<byte[]> response, int attempts) {
    String correlationId = call.correlationId();
    OperationSpec operation = call.operation();
    if (response.statusCode() != operation.status()) {
      try {
        String text = new String(response.body(), StandardCharsets.UTF_8);
        Problem problem = Json.fromTree(Json.read(text), Problem.class);
        if (problem.code() != null) {
          return new Outcome.Refused<>(problem, correlationId, attempts);
        }
      } catch (JsonProcessingException | IllegalArgumentException error) {
        // What is no problem is said below.
      }
      String reason = "status " + response.statusCode() + " without a problem";
      return new Outcome.Undelivered<>(reason, correlationId, attempts);
    }
    if (!correlationId.equals(response.headers().firstValue("Correlation-Id").orElse(""))) {
      return new Outcome.Undelivered<>("the reply has another correlation", correlationId, attempts);
    }
    if (operation.reply() == null) {
      return new Outcome.Accepted<>(null, correlationId, attempts);
    }
    Optional<Syntax> syntax = response.headers().firstValue("Content-Type").flatMap(Syntax::of);
    if (syntax.isEmpty()) {
      return new Outcome.Undelivered<>(
          "the reply is in no syntax of the interface", correlationId, attempts);
    }
    try {
      Codec.Decoded reply = Codec.decode(model, syntax.get(), response.body());
      if (reply.message() != model.messages().get(operation.reply())) {
        return new Outcome.Undelivered<>(
            "the reply is " + reply.message().name(), correlationId, attempts);
      }
      return new Outcome.Accepted<>(reply.tree(), correlationId, attempts);
    } catch (InvalidMessageException error) {
      return new Outcome.Undelivered<>(
          "the reply is not valid: " + error.getMessage(), correlationId, attempts);
    }
  }
}
