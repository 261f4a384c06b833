import type { Asking, RowOf } from '../../../../platform/cockpit/api/index.ts';

export type Location = RowOf<'listLocations'>;

export function bodyOf({ id: _, country, ...rest }: Location): Asking<'changeLocation'>['body'] {
  return { ...rest, ...(country === undefined ? {} : { country }) };
}
