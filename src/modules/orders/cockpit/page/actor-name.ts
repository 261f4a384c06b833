import { orderWords } from '../words.ts';

/** Who did it, as people call them: members by their names, as far as the person may know the team. */
export function actorName(
  actor: string,
  members: readonly { readonly id: string; readonly name: string }[],
): string {
  const { actors } = orderWords();
  const [kind = '', id] = actor.split(':');
  if (kind === 'staff') return members.find((member) => member.id === id)?.name ?? actors.staff;
  if (kind === 'api_key' || kind === 'key') return actors.key;
  if (kind === 'shopper' || kind === 'customer') return actors.shopper;
  return kind === 'provider' ? actors.provider : actors.system;
}
