import { z } from 'zod';
import { transact } from '../../../platform/database/index.ts';
import { isInEuropeanUnion } from '../consumer-law.ts';
import type { Withdraw } from '../deps.ts';
import { message } from '../messages/index.ts';
import type { TextField, WithdrawPage } from '../model/index.ts';
import { findOrder } from '../order/find-order.ts';
import { momentText } from '../order/steps.ts';
import { personalView } from '../personal/personal-view.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';

const FORM = z.strictObject({
  do: z.enum(['check', 'confirm', 'edit']),
  name: z.string().max(250),
  number: z.string().max(60),
  email: z.string().max(300),
});
type Said = Pick<z.infer<typeof FORM>, 'name' | 'number' | 'email'>;

/**
 * Withdrawing from a contract (Directive 2011/83/EU, article 11a): who, which contract and an e-mail address, then one
 * button. For guests too, and no reason is asked. The answer is the same whether such an order exists or not.
 */
export function withdrawRoutes(desk: ShopperDesk): readonly PersonalRoute[] {
  const { withdraw } = desk;
  if (!withdraw) return [];
  const post = (visit: Visit) => submit(desk, withdraw, visit);
  return [{ pattern: '/withdraw', get: (visit) => ask(desk, visit), post }];
}

async function ask(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  if (!visit.site.market.countries.some(isInEuropeanUnion)) return { kind: 'missing' };
  const number = visit.query.get('order')?.slice(0, 40) ?? '';
  // Who may see the order need not type what it says; to everybody else it says nothing.
  const order = number === '' ? undefined : await findOrder(desk, { ...visit, params: { number } });
  const name = order ? (order.shippingAddress ?? order.billingAddress).name : '';
  const said = { name, number, email: order?.email ?? '' };
  return show(desk, visit, { step: 'ask', said, problems: new Map() });
}

async function submit(desk: ShopperDesk, withdraw: Withdraw, visit: Visit): Promise<Reaction> {
  const { site, now } = visit;
  const form = FORM.safeParse(visit.form);
  if (!form.success) return ask(desk, visit);
  const said = {
    name: form.data.name.trim(),
    number: form.data.number.trim(),
    email: form.data.email.trim(),
  };
  const problems = problemsOf(said, visit);
  if (form.data.do === 'edit' || problems.size > 0) return show(desk, visit, { step: 'ask', said, problems });
  if (form.data.do === 'check') return show(desk, visit, { step: 'confirm', said, problems });
  if (!(await visit.mayTry('withdraw'))) {
    const tooMany = new Map([['number', message(site.locale, 'problem.too_many_attempts')]]);
    return show(desk, visit, { step: 'ask', said, problems: tooMany });
  }
  const statement = message(site.locale, 'withdraw.statement', { number: said.number });
  const given = { orderNumber: said.number, name: said.name, email: said.email, statement, now };
  const received = await transact(desk.orders.db, (tx) => withdraw(tx, given));
  if (!received.ok) {
    const wrong = new Map([['number', message(site.locale, 'problem.try_again')]]);
    return show(desk, visit, { step: 'ask', said, problems: wrong });
  }
  return show(desk, visit, { step: 'done', said, problems, receivedAt: received.value.submittedAt });
}

function problemsOf(said: Said, { site }: Visit): Map<string, string> {
  const problems = new Map<string, string>();
  for (const [name, label] of LABELS) {
    const key = message(site.locale, label);
    if (said[name] === '') problems.set(name, message(site.locale, 'problem.missing', { label: key }));
  }
  if (said.email !== '' && !z.email().safeParse(said.email).success) {
    problems.set('email', message(site.locale, 'problem.email'));
  }
  return problems;
}

const LABELS = [
  ['name', 'withdraw.name'],
  ['number', 'withdraw.number'],
  ['email', 'withdraw.email'],
] as const;

type Shown = {
  readonly step: WithdrawPage['step'];
  readonly said: Said;
  readonly problems: ReadonlyMap<string, string>;
  readonly receivedAt?: Temporal.Instant;
};

function show(desk: ShopperDesk, visit: Visit, { step, said, problems, receivedAt }: Shown): Reaction {
  const { site } = visit;
  const { locale } = site;
  const at = receivedAt && momentText(receivedAt, locale, site.shop.timeZone);
  const page: WithdrawPage = {
    kind: 'withdraw',
    step,
    action: site.to('/withdraw'),
    problems: [...problems].map(([field, text]) => ({ text, href: `#${field}` })),
    fields: LABELS.map(
      ([name, label]): TextField => fieldOf(name, message(locale, label), said, problems, visit),
    ),
    rows: [
      ...LABELS.map(([name, label]) => ({ label: message(locale, label), value: said[name] })),
      ...(at === undefined ? [] : [{ label: message(locale, 'withdraw.received_at'), value: at }]),
    ],
  };
  const title = message(locale, 'withdraw.title');
  const status = problems.size > 0 ? 422 : 200;
  return { kind: 'page', view: personalView(desk, visit, { title, page }), status };
}

function fieldOf(
  name: keyof Said,
  label: string,
  said: Said,
  problems: ReadonlyMap<string, string>,
  { site }: Visit,
): TextField {
  return {
    kind: 'text',
    name,
    label,
    value: said[name],
    type: name === 'email' ? 'email' : 'text',
    autocomplete: name === 'number' ? 'off' : name,
    isRequired: true,
    maxLength: name === 'email' ? 254 : 100,
    hint: name === 'number' ? message(site.locale, 'withdraw.number_hint') : undefined,
    problem: problems.get(name),
  };
}
