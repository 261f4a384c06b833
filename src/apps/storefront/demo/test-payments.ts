import { z } from 'zod';
import { receiveWebhook } from '../../../modules/orders/index.ts';
import { answerTestCharge, readTestCharge, type TestCharge } from '../../../modules/payments/index.ts';
import { message } from '../messages/index.ts';
import type { TestPaymentPage } from '../model/index.ts';
import { moneyText } from '../money-text.ts';
import { personalView } from '../personal/personal-view.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';

const CARDS = ['success', 'challenge', 'decline', 'insufficient_funds'] as const;
const FORM = z.strictObject({
  card: z.enum(CARDS).optional(),
  answer: z.enum(['pay', 'cancel', 'confirm', 'refuse']),
});

/**
 * The page of the test provider's bank: a card is chosen by what it does, never typed. One of them asks on a second page
 * whether it is you.
 */
export function testPaymentRoute(desk: ShopperDesk): PersonalRoute {
  return {
    pattern: '/test-payments/:id',
    get: (visit) => open(desk, visit),
    post: (visit) => answer(desk, visit),
  };
}

async function open(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const charge = await readTestCharge(desk.orders.db, visit.params['id'] ?? '');
  if (!charge) return { kind: 'missing' };
  if (charge.isAnswered) return back(charge.returnUrl);
  return show(desk, visit, charge, charge.asks === 'challenge' ? 'challenge' : 'choose');
}

async function answer(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const charge = await readTestCharge(desk.orders.db, visit.params['id'] ?? '');
  if (!charge) return { kind: 'missing' };
  if (charge.isAnswered) return back(charge.returnUrl);
  const form = FORM.safeParse(visit.form);
  if (!form.success) return show(desk, visit, charge, 'choose');
  const { card, answer: said } = form.data;
  if (said === 'pay' && card === 'challenge') return show(desk, visit, charge, 'challenge');
  if (said === 'pay' && card === undefined) {
    return show(desk, visit, charge, 'choose', message(visit.site.locale, 'problem.payment'));
  }
  return decide(desk, visit, choiceOf(said, card));
}

type Choice = Parameters<typeof answerTestCharge>[1]['choice'];

function choiceOf(said: 'pay' | 'cancel' | 'confirm' | 'refuse', card: string | undefined): Choice {
  if (said === 'cancel') return 'cancel';
  if (said === 'confirm') return 'approve';
  if (said === 'refuse') return 'refuse_challenge';
  if (card === 'insufficient_funds') return 'insufficient_funds';
  return card === 'success' ? 'approve' : 'decline';
}

/** As a real provider: the webhook goes its own way, and the shopper comes back by the return address. */
async function decide(desk: ShopperDesk, visit: Visit, choice: Choice): Promise<Reaction> {
  const { now, params } = visit;
  const answered = await answerTestCharge(desk.orders.db, { id: params['id'] ?? '', choice, now });
  if (!answered.ok) return { kind: 'missing' };
  const { url, webhook } = answered.value;
  await receiveWebhook(desk.orders, { provider: 'test', ...webhook, now });
  return back(url);
}

/** The address that the shop itself gave, by its path: the page is the shop's own. */
function back(url: string): Reaction {
  const { pathname, search } = new URL(url);
  return { kind: 'moved', to: pathname + search };
}

function show(
  desk: ShopperDesk,
  visit: Visit,
  charge: TestCharge,
  step: TestPaymentPage['step'],
  problem?: string,
): Reaction {
  const { locale } = visit.site;
  const page: TestPaymentPage = {
    kind: 'test_payment',
    step,
    action: visit.site.to(`/test-payments/${charge.id}`),
    orderNumber: charge.orderNumber,
    amount: moneyText(charge.amountMinor, charge.currency, locale),
    cards: CARDS.map((card) => ({
      value: card,
      title: message(locale, `test_payment.${card}`),
      text: message(locale, `test_payment.${card}_text`),
      isChosen: card === 'success',
    })),
    problem,
  };
  const title = message(locale, 'test_payment.title');
  return {
    kind: 'page',
    view: personalView(desk, visit, { title, page }),
    status: problem === undefined ? 200 : 422,
  };
}
