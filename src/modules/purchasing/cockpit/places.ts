import { useRead } from '../../../platform/cockpit/api/index.ts';
import { useColleagues, useMay } from '../../../platform/cockpit/state/index.ts';
import { purchasingWords } from './words.ts';

/** The places that goods are delivered to, and what each is called. */
export function usePlaces() {
  const isOff = !useMay()('stock:read');
  const read = useRead('listLocations', { query: { limit: '100' } }, { about: ['inventory'], isOff });
  const places = (read.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return { places, nameOf: (id: string) => places.find(({ value }) => value === id)?.label ?? '' };
}

/** Whom an actor of the API is: a member of staff by name, or a program. */
export function useWho(): (actor: string) => string {
  const { nameOf } = useColleagues();
  const t = purchasingWords();
  return (actor) => (actor.startsWith('staff:') ? (nameOf(actor) ?? t.colleague) : t.program);
}
