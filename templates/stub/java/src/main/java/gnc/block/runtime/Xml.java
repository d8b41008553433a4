package gnc.block.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import gnc.block.runtime.ModelSpec.FieldSpec;
import gnc.block.runtime.ModelSpec.Kind;
import gnc.block.runtime.ModelSpec.MessageSpec;
import gnc.block.runtime.ModelSpec.TypeSpec;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML to the JSON form of a message, by the model: namespaces, order of elements, attributes. */
final class Xml {
  static final String ROOT = "MetaData";
  static final String DATE_STRING = "DateTimeString";

  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final XMLInputFactory FACTORY = factory();

  private final ModelSpec model;
  private final Faults faults;
  private MessageSpec message;

  private Xml(ModelSpec model, Faults faults) {
    this.model = model;
    this.faults = faults;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** An element with all that it holds. */
  private record Element(
      String namespace,
      String name,
      List<Attribute> attributes,
      List<Element> children,
      StringBuilder text) {

    boolean hasText() {
      return !text.toString().isBlank();
    }
  }

  private record Attribute(String namespace, String name, String value) {}

  /** Reads a message; what has no place in it is a fault. Throws when the text is no XML. */
  static JsonNode read(ModelSpec model, String text, Faults faults) throws XMLStreamException {
    Element root = parse(text);
    if (!root.namespace().equals(model.headerNamespace()) || !root.name().equals(ROOT)) {
      faults.add("", Faults.shown(root.name()) + " is no message of " + model.block());
      return NullNode.getInstance();
    }
    Xml xml = new Xml(model, faults);
    List<FieldSpec> header = model.fields(model.header());
    ObjectNode tree = xml.group(root, header, model.headerNamespace(), ROOT, true);
    String said = tree.path(model.typeName().json()).asText();
    if (xml.message != null && !xml.message.name().equals(said)) {
      faults.add(ROOT + "/" + model.typeName().xml(), xml.message.name() + " expected");
    }
    return tree;
  }

  private static Element parse(String text) throws XMLStreamException {
    XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
    try {
      Deque<Element> open = new ArrayDeque<>();
      Element root = null;
      String encoding = reader.getCharacterEncodingScheme();
      if (encoding != null && !encoding.equalsIgnoreCase("utf-8")) {
        throw new XMLStreamException("messages are in UTF-8");
      }
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            Element element = element(reader);
            if (open.isEmpty()) {
              root = element;
            } else {
              open.peek().children().add(element);
            }
            open.push(element);
            if (open.size() > Faults.MAX_DEPTH) {
              throw new XMLStreamException("too many levels");
            }
          }
          case XMLStreamConstants.END_ELEMENT -> open.pop();
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
            if (!open.isEmpty()) {
              open.peek().text().append(reader.getText());
            }
          }
          case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type is not allowed");
          case XMLStreamConstants.ENTITY_REFERENCE ->
              throw new XMLStreamException("an entity that XML itself does not know");
          default -> {
            // Remarks and instructions say nothing.
          }
        }
      }
      if (root == null) {
        throw new XMLStreamException("there is no element");
      }
      return root;
    } finally {
      reader.close();
    }
  }

  private static Element element(XMLStreamReader reader) {
    List<Attribute> attributes = new ArrayList<>();
    for (int n = 0; n < reader.getAttributeCount(); n++) {
      String namespace = Objects.requireNonNullElse(reader.getAttributeNamespace(n), "");
      attributes.add(
          new Attribute(namespace, reader.getAttributeLocalName(n), reader.getAttributeValue(n)));
    }
    String namespace = Objects.requireNonNullElse(reader.getNamespaceURI(), "");
    return new Element(
        namespace, reader.getLocalName(), attributes, new ArrayList<>(), new StringBuilder());
  }

  private ObjectNode group(
      Element element, List<FieldSpec> fields, String namespace, String path, boolean isHeader) {
    attribute(element, null, path);
    if (element.hasText()) {
      faults.add(path, "text between elements");
    }
    ObjectNode found = JsonNodeFactory.instance.objectNode();
    int from = 0;
    for (Element child : element.children()) {
      boolean closed = isHeader && message != null;
      int place = closed ? -1 : place(child, fields, namespace, from);
      if (place >= 0) {
        from = place;
        FieldSpec field = fields.get(place);
        field(child, field, namespace, path + "/" + field.xml(), found);
        continue;
      }
      Optional<MessageSpec> document =
          model.messages().stream()
              .filter(it -> it.namespace().equals(child.namespace()) && it.xml().equals(child.name()))
              .findFirst();
      if (isHeader && !closed && document.isPresent()) {
        message = document.get();
        List<FieldSpec> inner = model.fields(message.classAt());
        found.set(
            message.json(), group(child, inner, message.namespace(), message.xml(), false));
      } else {
        boolean early = place(child, fields, namespace, 0) >= 0;
        String what = early ? "element out of order: " : "unknown element ";
        faults.add(path, what + Faults.shown(child.name()));
      }
    }
    return found;
  }

  private static int place(Element child, List<FieldSpec> fields, String namespace, int from) {
    if (child.namespace().equals(namespace)) {
      for (int n = from; n < fields.size(); n++) {
        if (fields.get(n).xml().equals(child.name())) {
          return n;
        }
      }
    }
    return -1;
  }

  private void field(
      Element child, FieldSpec field, String namespace, String path, ObjectNode found) {
    JsonNode value =
        field.classAt() == null
            ? value(child, model.types().get(field.type()), path)
            : group(child, model.fields(field.classAt()), namespace, path, false);
    JsonNode before = found.get(field.json());
    if (before instanceof ArrayNode items) {
      items.add(value);
    } else if (before != null) {
      faults.add(path, "occurs more than once");
    } else if (field.isMany()) {
      found.putArray(field.json()).add(value);
    } else {
      found.set(field.json(), value);
    }
  }

  private JsonNode value(Element element, TypeSpec type, String path) {
    Element holder = element;
    if (type.kind() == Kind.DATE) {
      attribute(element, null, path);
      List<Element> children = element.children();
      holder = children.size() == 1 ? children.get(0) : null;
      if (holder == null
          || !holder.namespace().equals(model.typeNamespace())
          || !holder.name().equals(DATE_STRING)
          || element.hasText()) {
        faults.add(path, "one " + DATE_STRING + " expected");
        return NullNode.getInstance();
      }
    }
    if (!holder.children().isEmpty()) {
      faults.add(path, "elements where a text belongs");
    }
    String name = type.companion() == null ? null : type.companion().xml();
    String beside = attribute(holder, name, path);
    JsonNode content = plain(type, holder.text().toString());
    if (name == null) {
      return content;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.set(Check.CONTENT, content);
    if (beside != null) {
      object.put(type.companion().json(), beside);
    }
    return object;
  }

  /** The attribute of this name; no other may be there. */
  private String attribute(Element element, String name, String path) {
    String value = null;
    for (Attribute it : element.attributes()) {
      boolean hint =
          it.namespace().equals(XSI)
              && (it.name().equals("schemaLocation")
                  || it.name().equals("noNamespaceSchemaLocation"));
      if (it.namespace().isEmpty() && it.name().equals(name)) {
        value = it.value();
      } else if (!hint) {
        faults.add(path, "unknown attribute " + Faults.shown(it.name()));
      }
    }
    return value;
  }

  /** A text as JSON has it; what is no number or truth value stays a text, to be refused as one. */
  private static JsonNode plain(TypeSpec type, String written) {
    boolean trims = type.kind() == Kind.DECIMAL || type.kind() == Kind.BOOLEAN;
    String text = trims ? written.replaceAll("^[ \t\r\n]+|[ \t\r\n]+$", "") : written;
    if (type.only() == null) {
      if (type.kind() == Kind.BOOLEAN && (text.equals("true") || text.equals("false"))) {
        return BooleanNode.valueOf(text.equals("true"));
      }
      if (type.integer() && text.matches("0|[1-9][0-9]{0,14}")) {
        return LongNode.valueOf(Long.parseLong(text));
      }
    }
    return TextNode.valueOf(text);
  }
}
