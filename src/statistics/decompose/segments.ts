import { sum } from '../series.ts';
import { productChange } from './factors.ts';

/** A segment's part of one period: sessions and revenue, orders and margin, … */
export type SegmentPeriod = { readonly volume: number; readonly value: number };

export type Segment<Name> = {
  readonly name: Name;
  readonly before: SegmentPeriod;
  readonly after: SegmentPeriod;
};

export type SegmentChange<Name> = {
  readonly name: Name;
  /** After less before: these add up to the total's change. */
  readonly change: number;
  /** What the change of all volume together made here, at the segment's share and value per volume. */
  readonly volume: number;
  /**
   * What the segment's change of share made: positive where volume moved to what is worth more than the mean.
   */
  readonly mix: number;
  /** What the segment's own change of value per volume made. */
  readonly level: number;
};

/**
 * Which segments made the change of a total Σ value, and how: value = all volume × share × value per volume,
 * each change split as `productChange` does. Shares always sum to one, so that what a share gains is gained
 * from the mean: the mix of a segment counts its value per volume above that of all. Volume, mix and level of
 * all segments add up to the total's change, though not for each segment alone. A segment that is new or gone
 * has the value per volume that it has once; value without volume is level.
 *
 * @example See segments.test.ts: more visitors, worth the same in each channel, more of them from the cheap one.
 */
export function segmentChanges<Name>(segments: readonly Segment<Name>[]): SegmentChange<Name>[] {
  const all = {
    before: totalOf(segments.map(({ before }) => before)),
    after: totalOf(segments.map(({ after }) => after)),
  };
  const perVolume = known(ratio(all.before), ratio(all.after));
  return segments.map(({ name, before, after }) => {
    const share = known(part(before, all.before), part(after, all.after));
    const worth = known(ratio(before), ratio(after));
    const [volume = 0, shift = 0, level = 0] = productChange(
      [all.before.volume, share.before, worth.before],
      [all.after.volume, share.after, worth.after],
    );
    const [, ofMean = 0] = productChange(
      [all.before.volume, share.before, perVolume.before],
      [all.after.volume, share.after, perVolume.after],
    );
    const loose = (after.volume > 0 ? 0 : after.value) - (before.volume > 0 ? 0 : before.value);
    return { name, change: after.value - before.value, volume, mix: shift - ofMean, level: level + loose };
  });
}

function totalOf(periods: readonly SegmentPeriod[]): SegmentPeriod {
  if (periods.some(({ volume }) => !(volume >= 0))) throw new RangeError('a segment of negative volume');
  // Value without volume is accounted for beside the product.
  return {
    volume: sum(periods.map(({ volume }) => volume)),
    value: sum(periods.filter(({ volume }) => volume > 0).map(({ value }) => value)),
  };
}

function ratio({ volume, value }: SegmentPeriod): number | undefined {
  return volume > 0 ? value / volume : undefined;
}

function part(segment: SegmentPeriod, all: SegmentPeriod): number | undefined {
  return all.volume > 0 ? segment.volume / all.volume : undefined;
}

// What is not known of one period is taken from the other, so that it did not change.
function known(before: number | undefined, after: number | undefined): { before: number; after: number } {
  return { before: before ?? after ?? 0, after: after ?? before ?? 0 };
}
