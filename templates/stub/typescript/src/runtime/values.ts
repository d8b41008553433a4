// Values as messages hold them. Numbers with decimals are texts: every digit counts, and binary
// floating point would lose some.

/** A number with the digits it was written with, as `"48250.00"`. */
export type Decimal = string;

/** A sum of money. */
export interface Amount {
  readonly content: Decimal;
  /** ISO 4217. */
  readonly currencyId: string;
}

/** A measured value. */
export interface Measure {
  readonly content: Decimal;
  /** UN/ECE Recommendation 20. */
  readonly unitCode: string;
}

/** A counted value. */
export interface Quantity {
  readonly content: Decimal;
  /** UN/ECE Recommendation 20 or 21. */
  readonly unitCode?: string;
}

/** A file. */
export interface BinaryObject {
  /** Base64. */
  readonly content: string;
  readonly mimeCode: string;
}

/** A day (`102`, as `20260312`) or a moment (`304`, as `20260312093000Z`). */
export interface DateTime {
  readonly content: string;
  readonly formatCode: string;
}

/** A day, by the calendar of UTC. */
export function day(date: Date): DateTime {
  return { content: date.toISOString().slice(0, 10).replaceAll("-", ""), formatCode: "102" };
}

/** A moment in UTC, to the second. */
export function moment(date: Date): DateTime {
  return { content: `${date.toISOString().slice(0, 19).replace(/[-:T]/g, "")}Z`, formatCode: "304" };
}

/** The moment that a value says; a day is its beginning in UTC. */
export function toDate(value: DateTime): Date {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d))?$/.exec(value.content);
  if (parts === null) throw new RangeError(`${value.content} is no date`);
  const [, year, month, date, hour = "00", minute = "00", second = "00", zone = "Z"] = parts;
  const offset = zone === "Z" ? "Z" : `${zone}:00`;
  return new Date(`${year ?? ""}-${month ?? ""}-${date ?? ""}T${hour}:${minute}:${second}${offset}`);
}
