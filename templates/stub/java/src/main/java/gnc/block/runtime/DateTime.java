package gnc.block.runtime;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A day or a moment.
 *
 * @param content {@code 20260312} or {@code 20260312093000Z}
 * @param formatCode {@code 102} for a day, {@code 304} for a moment (UNTDID 2379)
 */
public record DateTime(String content, String formatCode) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMddHHmmssX");

  public static DateTime of(LocalDate day) {
    return new DateTime(DAY.format(day), "102");
  }

  /** A moment, in UTC, to the second. */
  public static DateTime of(OffsetDateTime moment) {
    return new DateTime(MOMENT.format(moment.withOffsetSameInstant(ZoneOffset.UTC)), "304");
  }

  public LocalDate toLocalDate() {
    return LocalDate.parse(content.substring(0, 8), DAY);
  }

  /** The moment; a day is its beginning in UTC. */
  public OffsetDateTime toOffsetDateTime() {
    return formatCode.equals("102")
        ? toLocalDate().atStartOfDay().atOffset(ZoneOffset.UTC)
        : OffsetDateTime.parse(content, MOMENT);
  }
}
