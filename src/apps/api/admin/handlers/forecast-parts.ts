import {
  demandOver,
  forecastOfPart,
  type PartKind,
  PROBABILITIES,
  type readForecastDetails,
  type StoredForecast,
} from '../../../../modules/forecasting/index.ts';
import type { Location } from '../../../../modules/inventory/index.ts';
import { wholeParts } from '../../../../statistics/index.ts';

type Details = NonNullable<Awaited<ReturnType<typeof readForecastDetails>>>;
type Span = { readonly from: Temporal.PlainDate; readonly days: number };

/** A place or a channel, with what is expected of it. */
type KnownPart = {
  readonly id: string;
  readonly share: number;
  readonly isOwn: boolean;
  readonly forecast: StoredForecast;
};

/** Of the places or channels of a variant those that have any of it, the largest first. */
export function partsOf(forecast: StoredForecast, details: Details, kind: PartKind): KnownPart[] {
  const shares = kind === 'place' ? details.places : details.channels;
  const own = new Map(details.parts.filter((part) => part.kind === kind).map((part) => [part.id, part]));
  // What has a forecast of its own has it for all of its kind: together they are the variant's.
  const ids = own.size > 0 ? [...own.keys()] : Object.keys(shares);
  return ids
    .map((id) => {
      const part = { id, share: shares[id] ?? 0, own: own.get(id) };
      return { id, share: part.share, isOwn: own.has(id), forecast: forecastOfPart(forecast, part) };
    })
    .toSorted((one, other) => other.share - one.share);
}

/** Hundredths of a piece of a whole and of its parts, so that these come to it as they are read. */
function meansOf(whole: StoredForecast, parts: readonly StoredForecast[], span: Span) {
  const hundredths = (forecast: StoredForecast) => 100 * demandOver(forecast, span).mean;
  const all = Math.round(hundredths(whole));
  const own = parts.map(hundredths);
  const sum = own.reduce((total, part) => total + part, 0);
  const scaled = own.map((part) => (sum > 0 ? (part * all) / sum : 0));
  return { all: all / 100, parts: sum > 0 ? wholeParts(scaled, all).map((part) => part / 100) : scaled };
}

/** Places or channels as the screen of a variant shows them. */
export function partAnswers(forecast: StoredForecast, details: Details, kind: PartKind) {
  const parts = partsOf(forecast, details, kind);
  const likely = [28, 91].map((days) => {
    const span = { from: forecast.firstDay, days };
    const { parts: means } = meansOf(
      forecast,
      parts.map((part) => part.forecast),
      span,
    );
    return parts.map((part, index) => {
      const demand = demandOver(part.forecast, span);
      return { mean: means[index] ?? 0, low: demand.quantile(0.1), high: demand.quantile(0.9) };
    });
  });
  const [next4 = [], next13 = []] = likely;
  return parts.flatMap(({ id, share, isOwn }, index) => {
    const [month, quarter] = [next4[index], next13[index]];
    return month && quarter ? [{ id, share, isOwn, next4: month, next13: quarter }] : [];
  });
}

const GRAINS = { day: 1, week: 7 } as const;

/** Demand of a variant by day or week, and of all its places or channels. */
export function demandAnswer(
  forecast: StoredForecast,
  details: Details,
  asked: {
    readonly grain: keyof typeof GRAINS;
    readonly days: number;
    readonly by: PartKind | undefined;
    readonly locations: readonly Location[];
  },
) {
  const { grain, days, by, locations } = asked;
  const parts = by === undefined ? [] : partsOf(forecast, details, by);
  const names = new Map<string, string>(locations.map(({ id, name }) => [id, name]));
  const own = parts.map((part) => part.forecast);
  const spans = spansOf(forecast.firstDay, days, GRAINS[grain]);
  const all = { from: forecast.firstDay, days };
  const told = [all, ...spans].map((span) => {
    const means = meansOf(forecast, own, span);
    return {
      whole: likelyDays(forecast, span, means.all),
      parts: own.map((part, index) => likelyDays(part, span, means.parts[index] ?? 0)),
    };
  });
  const [first, ...periods] = told;
  if (first === undefined) throw new RangeError('no days');
  return {
    ...{ firstDay: forecast.firstDay.toString(), probabilities: [...PROBABILITIES] },
    whole: { all: first.whole, periods: periods.map(({ whole }) => whole) },
    parts: parts.flatMap(({ id, isOwn }, index) => {
      const whole = first.parts[index];
      if (whole === undefined) return [];
      const name = by === 'place' ? (names.get(id) ?? '') : id;
      return { id, name, isOwn, all: whole, periods: periods.flatMap((period) => period.parts[index] ?? []) };
    }),
  };
}

function spansOf(first: Temporal.PlainDate, days: number, length: number): Span[] {
  return Array.from({ length: Math.ceil(days / length) }, (_, index) => ({
    from: first.add({ days: index * length }),
    days: Math.min(length, days - index * length),
  }));
}

function likelyDays(forecast: StoredForecast, span: Span, mean: number) {
  const demand = demandOver(forecast, span);
  return {
    ...{ from: span.from.toString(), days: span.days, mean },
    quantiles: PROBABILITIES.map((probability) => ({ probability, pieces: demand.quantile(probability) })),
  };
}
