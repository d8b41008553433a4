package gnc.block;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gnc.block.messages.Message;
import gnc.block.messages.Messages;
import gnc.block.runtime.Json;

/** A sample of each message. */
public final class Samples {
  private Samples() {}

  /** A sample of the message with this identifier in the block, in its JSON form. */
  public static ObjectNode tree(String id) {
    return Json.resource(Samples.class, "samples/" + id + ".json", ObjectNode.class);
  }

  /** The same as a typed message. */
  public static Message message(String id) {
    return Messages.fromTree(tree(id));
  }
}
