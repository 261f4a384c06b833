import { useSession } from '../../../platform/cockpit/state/index.ts';
import { stockWords } from './words.ts';

/** Whom an actor of the API is: oneself, another member of staff, a program, an order. */
export function useWho(): (actor: string) => string {
  const { member } = useSession();
  const t = stockWords();
  return (actor) => {
    if (actor === `staff:${member.id}`) return member.name;
    const [kind] = actor.split(':');
    if (kind === 'staff') return t.who.staff;
    return kind === '' ? t.who.shop : t.who.program;
  };
}
