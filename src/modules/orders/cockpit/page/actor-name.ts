import { useColleagues } from '../../../../platform/cockpit/state/index.ts';
import { orderWords } from '../words.ts';

/** Who did it, as people call them: members by their names, also of those who have left. */
export function useActorName(): (actor: string) => string {
  const { nameOf } = useColleagues();
  const { actors } = orderWords();
  return (actor) => {
    const [kind] = actor.split(':');
    if (kind === 'staff') return nameOf(actor) ?? actors.staff;
    if (kind === 'api_key' || kind === 'key') return actors.key;
    if (kind === 'shopper' || kind === 'customer') return actors.shopper;
    return kind === 'provider' ? actors.provider : actors.system;
  };
}
