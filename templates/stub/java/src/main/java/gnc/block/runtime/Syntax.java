package gnc.block.runtime;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;

/** The syntax of a body. */
public enum Syntax {
  @JsonProperty("json")
  JSON("application/json"),
  @JsonProperty("xml")
  XML("application/xml");

  private final String mediaType;

  Syntax(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The syntax of a media type, whatever its parameters. */
  public static Optional<Syntax> of(String mediaType) {
    return switch (mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
      case "application/json" -> Optional.of(JSON);
      case "application/xml", "text/xml" -> Optional.of(XML);
      default -> Optional.empty();
    };
  }
}
