import { ok, refuse } from '../../../../kernel/index.ts';
import {
  handleWithdrawal,
  listWithdrawals,
  readWithdrawal,
  type Withdrawal,
} from '../../../../modules/orders/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import { pageById } from '../../page.ts';
import { actorOf } from '../actor.ts';
import type { withdrawalEndpoints } from '../contract/withdrawals.ts';
import type { AdminDeps } from '../deps.ts';

export function withdrawalHandlers({ db, reads }: AdminDeps): Handlers<typeof withdrawalEndpoints> {
  return {
    listWithdrawals: ({ query: { isWaiting, ...page } }) => {
      const about = sentFields({ isWaiting });
      const read = (asked: Parameters<typeof listWithdrawals>[1]) =>
        listWithdrawals(reads, { ...asked, ...about });
      return pageById('withdrawal', page, read, withdrawalAnswer);
    },
    readWithdrawal: async ({ params: { id } }) => {
      const found = await readWithdrawal(reads, id);
      if (found === undefined) return refuse('unknown_withdrawal', 'there is no such withdrawal', 'id');
      return ok(withdrawalAnswer(found));
    },
    handleWithdrawal: async ({ params: { id }, body: { note }, caller, now }) => {
      const about = { id, note, actor: actorOf(caller), now };
      const handled = await transactOrRefuse(db, (tx) => handleWithdrawal(tx, about));
      return handled.ok ? ok(withdrawalAnswer(handled.value)) : handled;
    },
  };
}

export function withdrawalAnswer({ submittedAt, handledAt, ...rest }: Withdrawal) {
  return { ...rest, submittedAt: submittedAt.toString(), handledAt: handledAt?.toString() };
}
