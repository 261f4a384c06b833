import {
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBStructValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBUUIDValue,
  type DuckDBValue,
} from '@duckdb/node-api';

/**
 * What a cell of the warehouse is in the program. Whole numbers wider than 32 bits and decimals without places are
 * `bigint`; decimals with places are their text; moments are instants (columns are `timestamp`, in UTC).
 */
export type Cell =
  | string
  | number
  | bigint
  | boolean
  | null
  | Temporal.Instant
  | Temporal.PlainDate
  | Uint8Array
  | readonly Cell[]
  | { readonly [name: string]: Cell };

/** What a statement's `$1` or an appended row may hold. */
export type Given = string | number | bigint | boolean | null | Temporal.Instant | Temporal.PlainDate;

const EPOCH = Temporal.PlainDate.from('1970-01-01');

/** @throws TypeError for a type that no table of the warehouse has */
export function cellOf(value: DuckDBValue): Cell {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) {
    return Temporal.Instant.fromEpochNanoseconds(value.micros * 1000n);
  }
  if (value instanceof DuckDBDateValue) return EPOCH.add({ days: value.days });
  if (value instanceof DuckDBDecimalValue) return value.scale === 0 ? value.value : value.toString();
  if (value instanceof DuckDBUUIDValue) return value.toString();
  if (value instanceof DuckDBBlobValue) return value.bytes;
  if (value instanceof DuckDBListValue) return value.items.map(cellOf);
  if (value instanceof DuckDBStructValue) {
    return Object.fromEntries(Object.entries(value.entries).map(([name, part]) => [name, cellOf(part)]));
  }
  throw new TypeError(`the warehouse has no cells like ${value.constructor.name}`);
}

export function valueFor(given: Given): DuckDBValue {
  if (given instanceof Temporal.Instant) return new DuckDBTimestampValue(given.epochNanoseconds / 1000n);
  if (given instanceof Temporal.PlainDate) return new DuckDBDateValue(EPOCH.until(given).days);
  return given;
}
