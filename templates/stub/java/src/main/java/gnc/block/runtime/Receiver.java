package gnc.block.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import gnc.block.runtime.ModelSpec.OperationSpec;

/** What the block's part brings: hooks and handlers by operation. Messages are in their JSON form. */
public interface Receiver {
  void authorise(OperationSpec operation, HttpExchange exchange) throws RefusalException;

  /** The reply; null where the status is all of it. */
  ObjectNode receive(OperationSpec operation, ObjectNode tree, Context context) throws RefusalException;
}
