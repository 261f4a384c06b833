import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone, sayFailed } from '../../../../platform/cockpit/overlay/index.ts';
import type { OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';

/** Settles an exchange whose pieces came: what is left of their price goes back. */
export function useFinishExchange({ order }: OrderDesk) {
  const finish = useWrite('finishExchange', {
    about: ['orders', 'payments'],
    onDone: () => sayDone(orderWords().acts.finished),
  });
  const send = (exchangeId: string) =>
    finish.mutate({ params: { id: order.id, exchangeId }, body: {} }, { onError: sayFailed });
  return { send, isPending: finish.isPending };
}
