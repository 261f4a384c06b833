export type DateOrder = 'dmy' | 'mdy';

export type Moment = { readonly at: Temporal.Instant; readonly day: Temporal.PlainDate };

export type MomentReading =
  | { readonly ok: true; readonly moment: Moment }
  | { readonly ok: false; readonly code: 'not_a_date' | 'ambiguous_date' };

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d?):(\d\d)(?::(\d\d))?(?:\.\d+)?)?\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?$/i;
const BY_PEOPLE =
  /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,?[T ]+(\d\d?):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*([ap]m)?)?$/i;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;
const MOST_KEPT = 10_000;

/**
 * Reads moments: `2010-12-01 08:26:00`, with or without an offset, as they stand in `zone`; `1.12.2010 8:26`, which is the
 * first of December; `12/1/2010 8:26 AM` when `order` says which is the day, else it is ambiguous unless one of the two is
 * over twelve. A day alone is its first moment. An hour that the zone's clocks skipped is taken an hour later, one that they
 * had twice is taken the first time (as RFC 5545, section 3.3.5, has it).
 */
export function momentReader(zone: string, order?: DateOrder): (text: string) => MomentReading {
  // Lines of one document have one moment.
  const known = new Map<string, MomentReading>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const reading = read(text.trim(), zone, order);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(text, reading);
    return reading;
  };
}

function read(text: string, zone: string, order: DateOrder | undefined): MomentReading {
  const iso = ISO.exec(text);
  if (iso) {
    const [, year, month, day, hour, minute, second, offset] = iso;
    return momentOf({ year, month, day, hour, minute, second }, offset ?? '', zone);
  }
  const found = BY_PEOPLE.exec(text);
  if (found === null) return { ok: false, code: 'not_a_date' };
  const [, first, mark, second, year, hour, minute, seconds, half] = found;
  const written = mark === '/' ? (order ?? orderOf(first, second)) : 'dmy';
  if (written === undefined) return { ok: false, code: 'ambiguous_date' };
  const [day, month] = written === 'dmy' ? [first, second] : [second, first];
  const clock = half === undefined ? hour : hourOf(hour, half);
  return momentOf({ year, month, day, hour: clock, minute, second: seconds }, '', zone);
}

function orderOf(first: string | undefined, second: string | undefined): DateOrder | undefined {
  if (Number(first) > 12) return 'dmy';
  return Number(second) > 12 || first === second ? 'mdy' : undefined;
}

function hourOf(hour: string | undefined, half: string): string {
  const of12 = Number(hour) % 12;
  return String(half.toLowerCase() === 'pm' ? of12 + 12 : of12);
}

type Parts = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string | undefined>>;

function momentOf(parts: Parts, offset: string, zone: string): MomentReading {
  const year = Number(parts.year);
  if (year < FIRST_YEAR || year > LAST_YEAR) return { ok: false, code: 'not_a_date' };
  try {
    const local = Temporal.PlainDateTime.from(
      {
        ...{ year, month: Number(parts.month), day: Number(parts.day), hour: Number(parts.hour ?? 0) },
        ...{ minute: Number(parts.minute ?? 0), second: Number(parts.second ?? 0) },
      },
      { overflow: 'reject' },
    );
    if (offset === '') {
      const at = local.toZonedDateTime(zone).toInstant();
      return { ok: true, moment: { at, day: local.toPlainDate() } };
    }
    const at = Temporal.Instant.from(`${local}${offsetOf(offset)}`);
    return { ok: true, moment: { at, day: at.toZonedDateTimeISO(zone).toPlainDate() } };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, code: 'not_a_date' };
    throw error;
  }
}

/** `+0100` and `+01` as `+01:00`. */
function offsetOf(offset: string): string {
  if (/^(z|utc)$/i.test(offset)) return 'Z';
  return `${offset.slice(0, 3)}:${offset.replace(':', '').slice(3) || '00'}`;
}
