package gnc.block;

import gnc.block.runtime.Json;
import gnc.block.runtime.ModelSpec;

/** The message model of the block as data. */
public final class Model {
  public static final ModelSpec MODEL = Json.resource(Model.class, "model.json", ModelSpec.class);

  private Model() {}
}
