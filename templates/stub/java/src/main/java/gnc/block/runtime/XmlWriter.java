package gnc.block.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import gnc.block.runtime.ModelSpec.FieldSpec;
import gnc.block.runtime.ModelSpec.Kind;
import gnc.block.runtime.ModelSpec.MessageSpec;
import gnc.block.runtime.ModelSpec.TypeSpec;
import java.util.List;

/** A message in its JSON form to XML, by the model. */
final class XmlWriter {
  private final ModelSpec model;
  private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  private XmlWriter(ModelSpec model) {
    this.model = model;
  }

  /** Writes a message that was checked; throws when XML cannot carry one of its characters. */
  static String write(ModelSpec model, MessageSpec message, JsonNode tree) {
    XmlWriter writer = new XmlWriter(model);
    writer.open(Xml.ROOT, " xmlns=\"" + escape(model.headerNamespace()) + "\"");
    writer.fields(model.fields(model.header()), tree);
    String own = " xmlns=\"" + escape(message.namespace()) + "\"";
    writer.open(message.xml(), own + " xmlns:ds=\"" + escape(model.typeNamespace()) + "\"");
    writer.fields(model.fields(message.classAt()), tree.path(message.json()));
    writer.close(message.xml());
    writer.close(Xml.ROOT);
    return writer.out.append('\n').toString();
  }

  private void open(String tag, String attributes) {
    out.append('<').append(tag).append(attributes).append('>');
  }

  private void close(String tag) {
    out.append("</").append(tag).append('>');
  }

  private void fields(List<FieldSpec> fields, JsonNode tree) {
    for (FieldSpec field : fields) {
      JsonNode value = tree.get(field.json());
      if (value instanceof ArrayNode items) {
        items.forEach(item -> item(field, item));
      } else if (value != null) {
        item(field, value);
      }
    }
  }

  private void item(FieldSpec field, JsonNode item) {
    if (field.classAt() != null) {
      open(field.xml(), "");
      fields(model.fields(field.classAt()), item);
      close(field.xml());
      return;
    }
    TypeSpec type = model.types().get(field.type());
    String beside = "";
    JsonNode content = item;
    if (type.companion() != null) {
      content = item.path(Check.CONTENT);
      JsonNode code = item.get(type.companion().json());
      if (code != null) {
        beside = " " + type.companion().xml() + "=\"" + escape(code.asText()) + "\"";
      }
    }
    String tag = type.kind() == Kind.DATE ? "ds:" + Xml.DATE_STRING : field.xml();
    if (type.kind() == Kind.DATE) {
      open(field.xml(), "");
    }
    open(tag, beside);
    out.append(escape(content.asText()));
    close(tag);
    if (type.kind() == Kind.DATE) {
      close(field.xml());
    }
  }

  /** Text for content and attributes. */
  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            it -> {
              switch (it) {
                case '&', '<', '>', '"', '\t', '\n', '\r' -> out.append("&#").append(it).append(';');
                default -> {
                  if (it < ' ' || it >= 0xd800 && it < 0xe000 || it == 0xfffe || it == 0xffff) {
                    throw new IllegalArgumentException("XML cannot carry a control character");
                  }
                  out.appendCodePoint(it);
                }
              }
            });
    return out.toString();
  }
}
