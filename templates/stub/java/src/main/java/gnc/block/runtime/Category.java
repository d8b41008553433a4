package gnc.block.runtime;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A kind of trouble; the block gives each a status and a code. */
public enum Category {
  @JsonProperty("transport")
  TRANSPORT,
  @JsonProperty("security")
  SECURITY,
  @JsonProperty("schema")
  SCHEMA,
  @JsonProperty("business-rule")
  BUSINESS_RULE,
  @JsonProperty("unknown-reference")
  UNKNOWN_REFERENCE,
  @JsonProperty("duplicate")
  DUPLICATE,
  @JsonProperty("unavailable")
  UNAVAILABLE
}
