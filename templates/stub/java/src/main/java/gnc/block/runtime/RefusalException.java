package gnc.block.runtime;

import java.util.List;

/** Refuses a message; handlers and hooks throw it. */
public final class RefusalException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Category category;
  private final int status;
  private final transient List<Problem.Entry> entries;

  /**
   * A refusal.
   *
   * @param category gives the status, and the code where there are no entries
   * @param entries what is wrong, one by one
   */
  public RefusalException(Category category, String detail, List<Problem.Entry> entries) {
    this(category, 0, detail, entries);
  }

  /** A refusal with another status than that of its category. */
  RefusalException(Category category, int status, String detail, List<Problem.Entry> entries) {
    super(detail);
    this.category = category;
    this.status = status;
    this.entries = List.copyOf(entries);
  }

  Problem problem(ModelSpec model, String correlationId) {
    ModelSpec.CategorySpec spec = model.categories().get(category);
    int number = status == 0 ? spec.status() : status;
    String code = entries.isEmpty() ? spec.code() : entries.get(0).code();
    String path = entries.isEmpty() ? null : entries.get(0).path();
    return new Problem(
        "about:blank", Problem.title(number), number, getMessage(), code, path, correlationId, entries);
  }
}
