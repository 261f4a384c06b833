import { z } from 'zod';

const text = z.string().max(255);
const value = z.object({ amount: z.number().int().nonnegative(), currency: z.string().length(3) });

/** One event of a payment's history, as Payment Queries tells it ("Retrieve a payment by payment ID"). */
export const paymentEvent = z.object({
  eventName: text,
  timestamp: text.optional(),
  commandId: text.optional(),
  type: text.optional(),
  code: text.optional(),
  settlementReference: text.optional(),
  refundReference: text.optional(),
  value: value.optional(),
});

export type PaymentEvent = z.infer<typeof paymentEvent>;

/** What a payment's history comes to, in Worldpay's units. */
export type Totals = {
  readonly authorized: number;
  readonly captured: number;
  readonly refunded: number;
  readonly isVoided: boolean;
  /** What was authorised and not captured has been given up. */
  readonly isClosed: boolean;
  readonly isPending: boolean;
  readonly refusalCode: string | undefined;
};

/** What a command of a kind does once it is requested, if it does not fail: one row a command of Worldpay's. */
const EFFECTS: Readonly<
  Record<string, keyof Pick<Totals, 'authorized' | 'captured' | 'refunded'> | 'gives_up'>
> = {
  authorization: 'authorized',
  sale: 'captured',
  settlement: 'captured',
  refund: 'refunded',
  cancellation: 'gives_up',
  reversal: 'gives_up',
};

const NAME =
  /^(authorization|sale|settlement|refund|cancellation|reversal)(Requested|RequestSubmitted|Succeeded|Refused|Failed|TimedOut)$/;

/** A command with all that was heard of it. */
type Command = {
  readonly subject: string;
  readonly events: readonly PaymentEvent[];
  readonly ends: ReadonlySet<string>;
};

/**
 * Adds a payment's events up, in whatever order they come. What Worldpay has taken in hand counts: a settlement that was
 * requested is captured money, until it fails.
 *
 * @param whole what was to be authorised, for events that name no amount of their own
 */
export function totalsOf(events: readonly PaymentEvent[], whole: number): Totals {
  const totals = { authorized: 0, captured: 0, refunded: 0, isVoided: false, isClosed: false };
  let isPending = false;
  let refusalCode: string | undefined;
  for (const command of commandsOf(events)) {
    const { subject, ends } = command;
    const isAsking = subject === 'authorization' || subject === 'sale';
    const failure = ['Refused', 'Failed', 'TimedOut'].find((end) => ends.has(end));
    if (failure !== undefined) {
      if (isAsking) refusalCode = codeOf(command) ?? (failure === 'TimedOut' ? 'timedOut' : 'failed');
      continue;
    }
    if (isAsking && !ends.has('Succeeded')) isPending = true;
    else apply(totals, command, whole);
  }
  const isVoided = totals.isClosed && totals.captured === 0;
  return { ...totals, isPending, refusalCode, isVoided };
}

function apply(
  totals: { authorized: number; captured: number; refunded: number; isClosed: boolean },
  command: Command,
  whole: number,
): void {
  const effect = EFFECTS[command.subject];
  const amount = amountOf(command);
  if (effect === 'authorized') totals.authorized += amount ?? whole;
  if (effect === 'captured') {
    if (command.subject === 'sale') totals.authorized += amount ?? whole;
    totals.captured += amount ?? whole;
  }
  if (effect === 'refunded') totals.refunded += amount ?? totals.captured - totals.refunded;
  if (effect !== 'gives_up') return;
  // A reversal is a cancellation before the settlement, and a refund after it.
  const isRefund = command.subject === 'reversal' && totals.captured > 0;
  if (isRefund) totals.refunded += amount ?? totals.captured - totals.refunded;
  else totals.isClosed = true;
}

const ORDER = ['authorization', 'sale', 'settlement', 'refund', 'cancellation', 'reversal'];

/** Events of one command share its id; without ids, those of one subject are one command. */
function commandsOf(events: readonly PaymentEvent[]): Command[] {
  const known = events.flatMap((event) => {
    const [, subject = '', end = ''] = NAME.exec(event.eventName) ?? [];
    return subject === '' ? [] : [{ event, subject, end }];
  });
  const grouped = Map.groupBy(known, ({ event, subject }) => `${subject} ${event.commandId ?? ''}`);
  const commands = [...grouped.values()].map((group) => ({
    subject: group[0]?.subject ?? '',
    events: group.map(({ event }) => event),
    ends: new Set(group.map(({ end }) => end)),
  }));
  return commands.toSorted((a, b) => ORDER.indexOf(a.subject) - ORDER.indexOf(b.subject));
}

function amountOf({ events }: Command): number | undefined {
  return events.find((event) => event.value !== undefined)?.value?.amount;
}

function codeOf({ events }: Command): string | undefined {
  return events.find(({ code }) => code !== undefined)?.code;
}
