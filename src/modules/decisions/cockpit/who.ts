import { useColleagues } from '../../../platform/cockpit/state/index.ts';
import { decisionWords } from './words.ts';

/** Who did it: a colleague by name, the mandate by its own, the engine as such. */
export function useWho(): (actor: string) => string {
  const t = decisionWords();
  const { nameOf } = useColleagues();
  return (actor) => {
    if (actor.startsWith('mandate:')) return t.log.byMandate(actor.split('@')[1] ?? '');
    return nameOf(actor) ?? (actor.startsWith('engine') ? 'Institor' : actor);
  };
}
