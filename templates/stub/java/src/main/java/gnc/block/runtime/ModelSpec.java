package gnc.block.runtime;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the runtime knows of a block: the message model as data (model.json). */
public record ModelSpec(
    String block,
    String version,
    String basePath,
    List<Syntax> syntaxes,
    String headerNamespace,
    String typeNamespace,
    int header,
    TypeName typeName,
    Limits limits,
    Map<Category, CategorySpec> categories,
    List<CodeList> lists,
    List<TypeSpec> types,
    List<ClassSpec> classes,
    List<MessageSpec> messages,
    List<OperationSpec> operations) {

  /** Tag and property of the wrapper that name the message. */
  public record TypeName(String xml, String json) {}

  public record Limits(long acknowledgementSeconds, int retries, long intervalSeconds, int bytes) {}

  public record CategorySpec(int status, String code) {}

  public record CodeList(String id, Set<String> codes) {}

  public enum Kind {
    @JsonProperty("characters")
    CHARACTERS,
    @JsonProperty("decimal")
    DECIMAL,
    @JsonProperty("date")
    DATE,
    @JsonProperty("boolean")
    BOOLEAN,
    @JsonProperty("binary")
    BINARY
  }

  /**
   * The type of a value.
   *
   * @param set of characters: any, letters or digits
   * @param min of characters: the fewest
   * @param max of characters: the most; without bound where it is null
   * @param digits of numbers: digits in all
   * @param fraction of numbers: digits behind the point
   * @param formats of dates: codes of the formats admitted (UNTDID 2379)
   * @param integer whether JSON writes it as a number
   * @param only the one value admitted
   * @param list position of the list of codes for the content, or for what stands beside it
   * @param companion what may stand beside the value
   */
  public record TypeSpec(
      Kind kind,
      String set,
      int min,
      Integer max,
      int digits,
      int fraction,
      List<String> formats,
      boolean integer,
      String only,
      Integer list,
      Companion companion) {}

  /** Currency, unit, format of a date or media type. */
  public record Companion(String xml, String json, boolean required, String form) {}

  public record ClassSpec(String name, List<FieldSpec> fields) {}

  /**
   * An element of a class: it holds a value of a type or a class, by their positions.
   *
   * @param max without bound where it is null
   */
  public record FieldSpec(
      String xml,
      String json,
      int min,
      Integer max,
      Integer type,
      @JsonProperty("class") Integer classAt) {

    /** Whether it can occur more than once; if so, it is a list in JSON, also when alone. */
    public boolean isMany() {
      return max == null || max > 1;
    }
  }

  /**
   * A message.
   *
   * @param reference property by which the sender identifies it; empty where it has none
   */
  public record MessageSpec(
      String id,
      String name,
      String namespace,
      String xml,
      String json,
      @JsonProperty("class") int classAt,
      String reference) {}

  /**
   * An operation.
   *
   * @param reply the message that comes back
   * @param atOnce whether it is the answer in substance (status 200), not an acknowledgement (202)
   */
  public record OperationSpec(String id, String path, int message, Integer reply, boolean atOnce) {

    /** The status of success. */
    public int status() {
      return atOnce ? 200 : 202;
    }
  }

  List<FieldSpec> fields(int classAt) {
    return classes.get(classAt).fields();
  }
}
