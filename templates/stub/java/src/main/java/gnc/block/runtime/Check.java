package gnc.block.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gnc.block.runtime.ModelSpec.Companion;
import gnc.block.runtime.ModelSpec.FieldSpec;
import gnc.block.runtime.ModelSpec.Kind;
import gnc.block.runtime.ModelSpec.MessageSpec;
import gnc.block.runtime.ModelSpec.TypeSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.regex.Pattern;

/** Occurrence, kinds of values, formats and codes of a message, by the model. */
final class Check {
  static final String CONTENT = "content";

  private static final Pattern LETTERS = Pattern.compile("[A-Za-z]*");
  private static final Pattern DIGITS = Pattern.compile("[0-9]*");
  private static final Pattern NUMBER = Pattern.compile("(0|[1-9][0-9]*)(?:\\.([0-9]+))?");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern UNIT = Pattern.compile("[A-Z0-9]{1,3}");
  private static final Pattern MEDIA = Pattern.compile("[a-z]{1,20}/[A-Za-z0-9.+_-]{1,100}");
  private static final Pattern DAY =
      Pattern.compile("[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])");
  private static final Pattern SECOND =
      Pattern.compile(DAY + "(?:[01][0-9]|2[0-3])[0-5][0-9][0-5][0-9](?:Z|[+-][0-9]{2})");

  private final ModelSpec model;
  private final Faults faults;

  private Check(ModelSpec model, Faults faults) {
    this.model = model;
    this.faults = faults;
  }

  /** The message that the wrapper names. */
  static Optional<MessageSpec> messageOf(ModelSpec model, JsonNode tree) {
    JsonNode name = tree.path(model.typeName().json());
    return model.messages().stream()
        .filter(it -> name.isTextual() && name.textValue().equals(it.name()))
        .findFirst();
  }

  /** Judges a message in its JSON form. Whole numbers are put into their one spelling. */
  static void check(ModelSpec model, JsonNode tree, Faults faults) {
    Optional<MessageSpec> message = messageOf(model, tree);
    if (message.isEmpty() || !(tree instanceof ObjectNode object)) {
      faults.add("MetaData", model.typeName().json() + " names no message of " + model.block());
      return;
    }
    MessageSpec it = message.get();
    FieldSpec root = new FieldSpec(it.xml(), it.json(), 1, 1, null, it.classAt());
    new Check(model, faults).fields(model.fields(model.header()), object, "MetaData", 0, root);
  }

  private void fields(
      List<FieldSpec> fields, ObjectNode tree, String path, int depth, FieldSpec root) {
    if (depth > Faults.MAX_DEPTH) {
      faults.add(path, "too many levels");
      return;
    }
    List<FieldSpec> all = new ArrayList<>(fields);
    if (root != null) {
      all.add(root);
    }
    Set<String> known = all.stream().map(FieldSpec::json).collect(Collectors.toSet());
    tree.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                faults.add(path, "unknown element " + Faults.shown(name));
              }
            });
    for (FieldSpec field : all) {
      String below = field == root ? field.xml() : path + "/" + field.xml();
      JsonNode value = tree.get(field.json());
      if (field.isMany()) {
        many(field, value, below, depth);
      } else if (value != null) {
        item(field, value, below, depth, plain -> tree.set(field.json(), plain));
      } else if (field.min() > 0) {
        faults.add(below, "is missing");
      }
    }
  }

  private void many(FieldSpec field, JsonNode value, String path, int depth) {
    int count = 0;
    if (value != null) {
      if (!(value instanceof ArrayNode items) || items.isEmpty()) {
        faults.add(path, "a list with at least one element expected");
        return;
      }
      count = items.size();
      for (int n = 0; n < count; n++) {
        int at = n;
        item(field, items.get(n), path, depth, plain -> items.set(at, plain));
      }
    }
    if (count < field.min() || field.max() != null && count > field.max()) {
      String most = field.max() == null ? "" : " to " + field.max();
      faults.add(path, "occurs " + count + " times, " + field.min() + most + " expected");
    }
  }

  /** Puts a value into the place of the one that was judged. */
  private interface Put {
    void put(JsonNode plain);
  }

  private void item(FieldSpec field, JsonNode item, String path, int depth, Put put) {
    if (field.classAt() != null) {
      if (item instanceof ObjectNode object) {
        fields(model.fields(field.classAt()), object, path, depth + 1, null);
      } else {
        faults.add(path, "an object expected");
      }
      return;
    }
    TypeSpec type = model.types().get(field.type());
    Companion beside = type.companion();
    if (beside == null) {
      content(type, item, path, put);
      return;
    }
    if (!(item instanceof ObjectNode object)) {
      faults.add(path, "an object of content and " + beside.json() + " expected");
      return;
    }
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.equals(CONTENT) && !name.equals(beside.json())) {
                faults.add(path, "unknown element " + Faults.shown(name));
              }
            });
    JsonNode content = object.get(CONTENT);
    if (content == null) {
      faults.add(path, "content is missing");
    } else {
      content(type, content, path, plain -> object.set(CONTENT, plain));
    }
    JsonNode code = object.get(beside.json());
    if (code == null) {
      if (beside.required()) {
        faults.add(path, beside.json() + " is missing");
      }
    } else if (!code.isTextual() || !isCompanion(type, beside, code.textValue())) {
      faults.add(path, beside.json() + " is not allowed");
    }
  }

  private boolean isCompanion(TypeSpec type, Companion beside, String code) {
    if (type.kind() == Kind.DATE) {
      return type.formats().contains(code);
    }
    if (type.list() != null) {
      return model.lists().get(type.list()).codes().contains(code);
    }
    return switch (beside.form()) {
      case "currency" -> CURRENCY.matcher(code).matches();
      case "unit" -> UNIT.matcher(code).matches();
      case "media" -> MEDIA.matcher(code).matches();
      default -> false;
    };
  }

  private void content(TypeSpec type, JsonNode value, String path, Put put) {
    if (type.only() != null) {
      if (!value.isTextual() || !value.textValue().equals(type.only())) {
        faults.add(path, Faults.shown(type.only()) + " expected");
      }
    } else if (type.kind() == Kind.BOOLEAN) {
      if (!value.isBoolean()) {
        faults.add(path, "true or false expected");
      }
    } else if (type.integer()) {
      Optional<Long> whole = whole(value).filter(it -> it.toString().length() <= type.digits());
      whole.ifPresentOrElse(
          it -> put.put(LongNode.valueOf(it)),
          () -> faults.add(path, "a whole number of " + type.digits() + " digits expected"));
    } else if (!value.isTextual()) {
      faults.add(path, "a text expected");
    } else {
      text(type, value.textValue(), path);
    }
  }

  private void text(TypeSpec type, String text, String path) {
    if (type.list() != null && type.companion() == null) {
      var list = model.lists().get(type.list());
      if (!list.codes().contains(text)) {
        faults.add(path, Faults.shown(text) + " is no code of the list " + list.id());
        return;
      }
    }
    format(type, text).ifPresent(wrong -> faults.add(path, Faults.shown(text) + ": " + wrong));
  }

  /** A number that is whole and not negative, whatever its spelling; exact up to fifteen digits. */
  private static Optional<Long> whole(JsonNode value) {
    if (!value.isNumber()) {
      return Optional.empty();
    }
    BigDecimal number = value.decimalValue();
    // The exponent may be anything; the number of digits before the point may not.
    boolean small = number.signum() == 0 || number.precision() - number.scale() <= 15;
    boolean fits = small && number.signum() >= 0 && number.stripTrailingZeros().scale() <= 0;
    return fits ? Optional.of(number.longValueExact()) : Optional.empty();
  }

  /** What is wrong with the format of a text. */
  private static Optional<String> format(TypeSpec type, String text) {
    return switch (type.kind()) {
      case CHARACTERS -> characters(type, text);
      case DECIMAL -> decimal(type, text);
      case DATE ->
          expected(type.formats().stream().anyMatch(it -> isDate(it, text)), "a date expected");
      case BINARY -> expected(isBase64(text), "Base64 expected");
      case BOOLEAN -> Optional.of("true or false expected");
    };
  }

  private static Optional<String> expected(boolean fits, String otherwise) {
    return fits ? Optional.empty() : Optional.of(otherwise);
  }

  private static Optional<String> characters(TypeSpec type, String text) {
    if (text.codePoints().anyMatch(it -> it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE)) {
      return Optional.of("half a character");
    }
    if (type.set().equals("letters") && !LETTERS.matcher(text).matches()) {
      return Optional.of("letters A to Z expected");
    }
    if (type.set().equals("digits") && !DIGITS.matcher(text).matches()) {
      return Optional.of("digits expected");
    }
    int length = text.codePointCount(0, text.length());
    boolean fits = length >= type.min() && (type.max() == null || length <= type.max());
    return expected(fits, "another length expected");
  }

  private static Optional<String> decimal(TypeSpec type, String text) {
    var parts = NUMBER.matcher(text);
    boolean fits = parts.matches();
    if (fits) {
      int behind = parts.group(2) == null ? 0 : parts.group(2).length();
      fits = behind <= type.fraction() && parts.group(1).length() + behind <= type.digits();
    }
    return expected(
        fits, "a number of " + type.digits() + " digits, " + type.fraction() + " behind the point, expected");
  }

  /** {@code 102} is CCYYMMDD, {@code 304} CCYYMMDDHHMMSS and Z or hours from UTC (UNTDID 2379). */
  private static boolean isDate(String format, String text) {
    return (format.equals("102") ? DAY : SECOND).matcher(text).matches();
  }

  private static boolean isBase64(String text) {
    int end = text.length();
    while (end > 0 && text.length() - end < 2 && text.charAt(end - 1) == '=') {
      end--;
    }
    return text.length() % 4 == 0
        && text.substring(0, end)
            .chars()
            .allMatch(it -> it < 128 && Character.isLetterOrDigit(it) || it == '+' || it == '/');
  }
}
