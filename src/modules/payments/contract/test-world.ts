import { sql } from 'kysely';
import { expectOk } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { DeclineKind, PaymentProvider } from '../provider.ts';
import { ProviderUnreachable } from '../provider.ts';
import { closeTestDispute, openTestDispute } from '../providers/test/disputes.ts';
import { answerTestCharge } from '../providers/test/page.ts';
import { openTestProvider } from '../providers/test/test-provider.ts';
import { TEST_TOKENS } from '../providers/test/tokens.ts';
import { signedWebhook, signWebhook } from '../providers/test/webhook.ts';
import type { Fault, Means, ProviderWorld, SigningKey } from './world.ts';

const SECRETS = { live: 'test_secret_new', second: 'test_secret_old', wrong: 'test_secret_other' };
const ID = /^test_(.*)$/;

/** The built-in provider's world: its shoppers come to its own page, and the line to it can be cut. */
export async function testWorld(db: Db): Promise<ProviderWorld> {
  await sql`
    insert into payments.test_secret (secret, created_at)
    values (${SECRETS.live}, 'tomorrow'), (${SECRETS.second}, 'tomorrow')`.execute(db);
  const now = () => Temporal.Now.instant();
  const line = new Line();
  const card = (token: string): Means => ({ mode: 'in_page', token });
  const idOf = (reference: string) => ID.exec(reference)?.[1] ?? '';
  return {
    ...{ db, now, hasSignedTime: true, maySplitCaptures: true },
    provider: overLine(openTestProvider({ db }), line),
    wrongly: undefined,
    means: {
      approved: card('tok_visa'),
      challenged: card('tok_challenge'),
      frictionless: undefined,
      declined: new Map(declines(card)),
    },
    act: async ({ snapshot }, choice) => {
      const taken = {
        pay: 'approve',
        pass_challenge: 'approve',
        fail_challenge: 'decline',
        abandon: 'cancel',
      } as const;
      const answer = { id: idOf(snapshot.reference), choice: taken[choice], now: now() };
      expectOk(await answerTestCharge(db, answer));
    },
    fault: (kind) => line.cut(kind),
    countPayments: async (paymentId) => {
      const { rows } =
        await sql`select state from payments.test_charge where payment_id = ${paymentId}`.execute(db);
      return rows.length;
    },
    openDispute: async ({ reference }, amountMinor) => {
      const paymentId = idOf(reference);
      await openTestDispute(db, { paymentId, reference: `dp_${paymentId}`, amountMinor, now: now() });
    },
    closeDispute: async ({ reference }, outcome) => {
      const paymentId = idOf(reference);
      await closeTestDispute(db, { paymentId, reference: `dp_${paymentId}`, outcome, now: now() });
    },
    evidence: { arrived: (reference) => arrivedAt(db, reference), fault: (kind) => line.cut(kind) },
    payOut: () => Promise.resolve(),
    webhookAbout: ({ reference }, key = 'live') => {
      const about = { paymentId: idOf(reference), type: 'payment.captured' };
      return Promise.resolve(signedWebhook(about, { secrets: [SECRETS[key]], now: now() }));
    },
    sign: (rawBody, key: SigningKey, at) =>
      Promise.resolve(signWebhook(rawBody, { secrets: [SECRETS[key]], now: at })),
    amounts: [
      ['EUR', 1_999n],
      ['JPY', 500n],
      ['KWD', 5_124n],
    ],
  };
}

function* declines(card: (token: string) => Means): Generator<[DeclineKind, Means]> {
  for (const [token, behaviour] of TEST_TOKENS) {
    if (behaviour.kind === 'decline') yield [behaviour.decline, card(token)];
  }
}

async function arrivedAt(db: Db, reference: string) {
  const { rows } = await sql<{ files: { name: string; type: string; digest: string }[] }>`
    select files from payments.test_evidence where reference = ${reference}`.execute(db);
  const files = rows.flatMap((row) => row.files.map(({ name, type, digest }) => ({ name, type, digest })));
  return { times: rows.length, files };
}

/** The line to a provider that answers within this process: cut when it is told to, for one call. */
class Line {
  #fault: Fault | undefined;

  cut(fault: Fault): void {
    this.#fault = fault;
  }

  async call<Value>(run: () => Promise<Value>): Promise<Value> {
    const fault = this.#fault;
    this.#fault = undefined;
    if (fault !== undefined && fault !== 'timeout_after') throw new ProviderUnreachable('test', fault);
    const value = await run();
    if (fault === 'timeout_after') throw new ProviderUnreachable('test', fault);
    return value;
  }
}

function overLine(provider: PaymentProvider, line: Line): PaymentProvider {
  return {
    ...provider,
    check: () => line.call(() => provider.check()),
    begin: (input) => line.call(() => provider.begin(input)),
    read: (by) => line.call(() => provider.read(by)),
    capture: (operation) => line.call(() => provider.capture(operation)),
    void: (operation) => line.call(() => provider.void(operation)),
    refund: (operation) => line.call(() => provider.refund(operation)),
    contest: (dispute) => line.call(() => provider.contest(dispute)),
  };
}
