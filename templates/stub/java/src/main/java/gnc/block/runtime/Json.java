package gnc.block.runtime;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as messages have it: no property twice, nothing unknown, no null, every digit of a number. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
          .serializationInclusion(JsonInclude.Include.NON_EMPTY)
          .build();

  private Json() {}

  /** Reads a text; throws when it is no JSON. */
  static JsonNode read(String text) throws JsonProcessingException {
    JsonNode tree = MAPPER.readTree(text);
    if (tree == null || tree.isMissingNode()) {
      throw new JsonProcessingException("there is nothing") {
        private static final long serialVersionUID = 1L;
      };
    }
    return tree;
  }

  static String write(JsonNode tree) {
    return tree.toString();
  }

  /** A value as a tree. */
  public static ObjectNode toTree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** A tree that was checked as a value; throws {@link IllegalArgumentException} for another one. */
  public static <T> T fromTree(JsonNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JsonProcessingException error) {
      throw new IllegalArgumentException("the tree is no " + type.getSimpleName(), error);
    }
  }

  /** A file that comes with this program; throws {@link IllegalStateException} when it is not there. */
  public static <T> T resource(Class<?> beside, String name, Class<T> type) {
    try (var stream = beside.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return MAPPER.readValue(stream, type);
    } catch (java.io.IOException error) {
      throw new IllegalStateException(name + " cannot be read", error);
    }
  }
}
