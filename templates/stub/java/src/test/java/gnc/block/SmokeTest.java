package gnc.block;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import gnc.block.messages.Message;
import gnc.block.messages.Messages;
import gnc.block.runtime.Category;
import gnc.block.runtime.ClientOptions;
import gnc.block.runtime.Codec;
import gnc.block.runtime.InvalidMessageException;
import gnc.block.runtime.ModelSpec.MessageSpec;
import gnc.block.runtime.ModelSpec.OperationSpec;
import gnc.block.runtime.Outcome;
import gnc.block.runtime.ReplyStore;
import gnc.block.runtime.SendOptions;
import gnc.block.runtime.Sender;
import gnc.block.runtime.Syntax;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/**
 * Every message of the block: read, written in both syntaxes, sent over loopback, refused when broken.
 * A program of its own, so that it runs on a plain JDK; its exit code says whether all went well.
 */
public final class SmokeTest {
  private static int checked;

  private SmokeTest() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, InvalidMessageException {
    for (MessageSpec message : Model.MODEL.messages()) {
      isTheSameInJsonAndInXml(message);
    }
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/", Gateway.of(new SampleHandler(), ReplyStore.inMemory(), Throwable::printStackTrace));
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try {
      for (OperationSpec operation : Model.MODEL.operations()) {
        for (Syntax syntax : Model.MODEL.syntaxes()) {
          acceptsWhatIsGoodAndRefusesTheRest(address, operation, syntax);
        }
      }
    } finally {
      server.stop(0);
    }
    isSentAgainThenGivenUp(address);
    System.out.println(checked + " checks passed");
  }

  private static void isTheSameInJsonAndInXml(MessageSpec spec) throws InvalidMessageException {
    ObjectNode tree = Samples.tree(spec.id());
    Message typed = Messages.fromTree(tree);
    same(spec.id() + " typed", tree.toString(), Messages.toTree(typed).toString());
    for (Syntax syntax : Syntax.values()) {
      byte[] bytes = Codec.encode(Model.MODEL, syntax, Messages.toTree(typed));
      Codec.Decoded read = Codec.decode(Model.MODEL, syntax, bytes);
      same(spec.id() + " in " + syntax, typed, Messages.fromTree(read.tree()));
    }
    ObjectNode bare = tree.deepCopy();
    bare.remove(spec.json());
    try {
      Codec.encode(Model.MODEL, Syntax.JSON, bare);
      throw new AssertionError(spec.id() + " without its content is written");
    } catch (InvalidMessageException error) {
      checked++;
    }
  }

  private static Sender sender(URI address, Syntax syntax, int retries) {
    return new Sender(
        Model.MODEL,
        ClientOptions.of(Model.MODEL, address, HttpClient.newHttpClient())
            .in(syntax)
            .again(retries, Duration.ofMillis(1)));
  }

  private static void acceptsWhatIsGoodAndRefusesTheRest(
      URI address, OperationSpec operation, Syntax syntax)
      throws InterruptedException, InvalidMessageException {
    Sender sender = sender(address, syntax, 0);
    ObjectNode tree = Samples.tree(Model.MODEL.messages().get(operation.message()).id());
    String name = operation.id() + "-" + syntax;
    SendOptions keys = new SendOptions(name.substring(0, Math.min(64, name.length())), null);
    for (int n = 0; n < 2; n++) {
      Outcome<ObjectNode> outcome = sender.send(operation, tree, keys);
      same(name, Outcome.Accepted.class, outcome.getClass());
    }
    String duplicate = Model.MODEL.categories().get(Category.DUPLICATE).code();
    same(name, duplicate, code(sender.sendBytes(operation, syntax, new byte[] {' '}, keys)));
    String schema = Model.MODEL.categories().get(Category.SCHEMA).code();
    same(name, schema, code(sender.sendBytes(operation, syntax, new byte[] {'{'}, SendOptions.DEFAULT)));
  }

  private static void isSentAgainThenGivenUp(URI nobody)
      throws InterruptedException, InvalidMessageException {
    if (Model.MODEL.operations().isEmpty()) {
      return;
    }
    OperationSpec operation = Model.MODEL.operations().get(0);
    ObjectNode tree = Samples.tree(Model.MODEL.messages().get(operation.message()).id());
    Outcome<ObjectNode> outcome =
        sender(nobody, Model.MODEL.syntaxes().get(0), 2).send(operation, tree, SendOptions.DEFAULT);
    same("nobody acknowledges", Outcome.Undelivered.class, outcome.getClass());
    same("attempts", 3, outcome.attempts());
  }

  private static String code(Outcome<ObjectNode> outcome) {
    return outcome instanceof Outcome.Refused<ObjectNode> it ? it.problem().code() : outcome.toString();
  }

  private static void same(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new AssertionError(what + ": " + found + ", not " + expected);
    }
    checked++;
  }
}
