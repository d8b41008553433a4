package gnc.block.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gnc.block.runtime.ModelSpec.MessageSpec;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Bytes to messages and back. */
public final class Codec {
  private Codec() {}

  /** A message in its JSON form, and which one it is. */
  public record Decoded(MessageSpec message, ObjectNode tree) {}

  /** Reads and judges a message. */
  public static Decoded decode(ModelSpec model, Syntax syntax, byte[] bytes)
      throws InvalidMessageException {
    Faults faults = new Faults();
    JsonNode tree = NullNode.getInstance();
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
      tree = syntax == Syntax.JSON ? Json.read(plain) : Xml.read(model, plain, faults);
    } catch (JsonProcessingException | XMLStreamException | CharacterCodingException error) {
      faults.add("", Faults.shown(Objects.requireNonNullElse(error.getMessage(), "unreadable")));
    }
    return judged(model, tree, faults);
  }

  /** Writes a message. */
  public static byte[] encode(ModelSpec model, Syntax syntax, ObjectNode message)
      throws InvalidMessageException {
    Decoded judged = judged(model, message.deepCopy(), new Faults());
    try {
      String text =
          syntax == Syntax.JSON
              ? Json.write(judged.tree())
              : XmlWriter.write(model, judged.message(), judged.tree());
      return text.getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException error) {
      throw new InvalidMessageException(
          List.of(new Fault(judged.message().xml(), error.getMessage())));
    }
  }

  private static Decoded judged(ModelSpec model, JsonNode tree, Faults faults)
      throws InvalidMessageException {
    if (faults.isEmpty()) {
      Check.check(model, tree, faults);
    }
    Optional<MessageSpec> message = Check.messageOf(model, tree);
    if (faults.isEmpty() && message.isPresent() && tree instanceof ObjectNode object) {
      return new Decoded(message.get(), object);
    }
    throw new InvalidMessageException(faults.list());
  }
}
