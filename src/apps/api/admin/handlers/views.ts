import { ok } from '../../../../kernel/index.ts';
import { readViews, removeView, saveView, type View } from '../../../../modules/views/index.ts';
import type { Caller, Handlers } from '../../../../platform/api/index.ts';
import { transact } from '../../../../platform/database/index.ts';
import { actorOf } from '../actor.ts';
import type { viewEndpoints } from '../contract/views.ts';
import type { AdminDeps } from '../deps.ts';

export function viewHandlers({ db, reads }: AdminDeps): Handlers<typeof viewEndpoints> {
  return {
    listViews: async ({ params: { list }, caller }) => {
      const views = await readViews(reads, { list, owner: actorOf(caller) });
      return ok({ items: views.map((view) => viewAnswer(view, caller)) });
    },
    createView: async ({ params: { list }, body, caller, now, tx }) => {
      const saved = await saveView(tx, { list, ...body, owner: actorOf(caller), now });
      return saved.ok ? ok(viewAnswer(saved.value, caller)) : saved;
    },
    changeView: async ({ params: { list, id }, body, caller, now }) => {
      const owner = actorOf(caller);
      const saved = await transact(db, (tx) => saveView(tx, { id, list, ...body, owner, now }));
      return saved.ok ? ok(viewAnswer(saved.value, caller)) : saved;
    },
    removeView: async ({ params: { id }, caller }) => {
      const removed = await transact(db, (tx) => removeView(tx, { id, owner: actorOf(caller) }));
      return removed.ok ? ok({ isRemoved: true }) : removed;
    },
  };
}

function viewAnswer({ owner, ...view }: View, caller: Caller) {
  return { ...view, isOwn: owner === actorOf(caller) };
}
