package gnc.block;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import gnc.block.messages.Messages;
import gnc.block.runtime.ClientOptions;
import gnc.block.runtime.Codec;
import gnc.block.runtime.InvalidMessageException;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * A gateway that answers with samples, and a sender of files: to try the interface before there is a
 * system behind it.
 *
 * <pre>
 * Trial serve [PORT]         receives every message, prints the address it listens at
 * Trial send ADDRESS LIST    sends files: lines of operation, syntax, "typed" or "bytes", file
 * </pre>
 *
 * <p>"typed" reads the file into a typed message, checks it and writes it anew; "bytes" sends it as it
 * is. Each goes under a key of its own, so that a file can be sent again.
 */
public final class Trial {
  private Trial() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length > 0 && arguments[0].equals("serve")) {
      serve(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0);
    } else if (arguments.length == 3 && arguments[0].equals("send")) {
      send(URI.create(arguments[1]), Path.of(arguments[2]));
    } else {
      System.out.println("Trial serve [PORT] | Trial send ADDRESS LIST");
    }
  }

  private static void serve(int port) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/", Gateway.of(new SampleHandler(), ReplyStore.inMemory(), Throwable::printStackTrace));
    server.start();
    System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void send(URI address, Path list) throws IOException, InterruptedException {
    ClientOptions options =
        ClientOptions.of(Model.MODEL, address, HttpClient.newHttpClient())
            .again(2, Duration.ofMillis(200));
    for (String line : Files.readAllLines(list)) {
      String[] parts = line.split("\t", 4);
      Syntax syntax = parts[1].equals("xml") ? Syntax.XML : Syntax.JSON;
      OperationSpec operation =
          Model.MODEL.operations().stream()
              .filter(it -> it.id().equals(parts[0]))
              .findFirst()
              .orElseThrow();
      Sender sender = new Sender(Model.MODEL, options.in(syntax));
      byte[] bytes = Files.readAllBytes(Path.of(parts[3]));
      System.out.println(send(sender, operation, syntax, parts[2].equals("typed"), bytes));
    }
  }

  private static String send(
      Sender sender, OperationSpec operation, Syntax syntax, boolean typed, byte[] bytes)
      throws InterruptedException {
    SendOptions keys = new SendOptions(UUID.randomUUID().toString(), null);
    Outcome<ObjectNode> outcome;
    if (typed) {
      try {
        ObjectNode tree = Codec.decode(Model.MODEL, syntax, bytes).tree();
        outcome = sender.send(operation, Messages.toTree(Messages.fromTree(tree)), keys);
      } catch (InvalidMessageException error) {
        return "invalid " + error.getMessage();
      }
    } else {
      outcome = sender.sendBytes(operation, syntax, bytes, keys);
    }
    if (outcome instanceof Outcome.Refused<ObjectNode> refused) {
      return "refused " + refused.problem().code();
    }
    return outcome instanceof Outcome.Undelivered<ObjectNode> it ? "undelivered " + it.reason() : "accepted";
  }
}
