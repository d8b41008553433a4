package gnc.block.runtime;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a message. */
final class Faults {
  /** Most levels of elements in each other. */
  static final int MAX_DEPTH = 64;

  private static final int MOST = 50;
  private static final int LONGEST = 60;

  private final List<Fault> list = new ArrayList<>();

  void add(String path, String detail) {
    if (list.size() < MOST) {
      list.add(new Fault(path, detail));
    }
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  List<Fault> list() {
    return List.copyOf(list);
  }

  /** A value as a log can show it. */
  static String shown(String text) {
    String plain = text.replaceAll("[^\\x20-\\x7e]", ".");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "..." : plain;
  }
}
