import { useColleagues } from '../../../platform/cockpit/state/index.ts';
import { stockWords } from './words.ts';

/** Whom an actor of the API is: a member of staff by name, a program, an order. */
export function useWho(): (actor: string) => string {
  const { nameOf } = useColleagues();
  const t = stockWords();
  return (actor) => {
    const [kind] = actor.split(':');
    if (kind === 'staff') return nameOf(actor) ?? t.who.staff;
    return kind === '' ? t.who.shop : t.who.program;
  };
}
