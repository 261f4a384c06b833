import { useRead } from '../../../platform/cockpit/api/index.ts';

export type Place = { readonly value: string; readonly label: string };

/** The places that hold stock, and what each is called. */
export function usePlaces(): { readonly places: readonly Place[]; readonly nameOf: (id: string) => string } {
  const read = useRead('listLocations', { query: { limit: '100' } }, { about: ['inventory'] });
  const places = (read.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return { places, nameOf: (id) => places.find(({ value }) => value === id)?.label ?? '' };
}
