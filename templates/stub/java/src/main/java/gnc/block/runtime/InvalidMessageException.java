package gnc.block.runtime;

import java.util.List;

/** A message that does not conform to the model; it is neither sent nor handed on. */
public final class InvalidMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  public InvalidMessageException(List<Fault> faults) {
    super(faults.isEmpty() ? "invalid message" : faults.get(0).path() + ": " + faults.get(0).detail());
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }
}
