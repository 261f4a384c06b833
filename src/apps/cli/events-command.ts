import { parseId } from '../../kernel/index.ts';
import {
  createSender,
  listSenders,
  readConsentProof,
  readDropped,
  releaseQuarantine,
  revokeSender,
  SUSPICIONS,
  type Suspicion,
} from '../../modules/collector/index.ts';
import type { Connection, Db } from '../../platform/database/index.ts';
import type { CommandContext } from './command.ts';

const USAGE =
  'usage: institor events [dropped | release REASON | senders | add-sender NAME | revoke-sender ID | consent ID]\n' +
  `reasons: ${SUSPICIONS.join(' ')}\n`;

/** The last of them still holds what it put aside. */
const DAYS = 8;

type Out = CommandContext['out'];
type Context = { readonly out: Out; readonly open: () => Promise<{ readonly connection: Connection }> };

/**
 * What was not counted as a shopper's in the last days, and putting it back; the servers that may send events; the proof of
 * what somebody agreed to.
 */
export async function eventsCommand({ open, out }: Context, args: readonly string[]): Promise<number> {
  const { db } = (await open()).connection;
  const [verb = 'dropped', word, ...more] = args;
  const act = Object.hasOwn(ACTS, verb) ? ACTS[verb] : undefined;
  if (act === undefined || more.length > 0 || (word !== undefined) !== act.needsWord) return wrong(out);
  return act.run(db, out, word ?? '');
}

type Act = {
  readonly needsWord: boolean;
  readonly run: (db: Db, out: Out, word: string) => Promise<number>;
};

const ACTS: Readonly<Record<string, Act>> = {
  dropped: { needsWord: false, run: showDropped },
  release: { needsWord: true, run: release },
  senders: { needsWord: false, run: showSenders },
  'add-sender': { needsWord: true, run: addSender },
  'revoke-sender': { needsWord: true, run: revoke },
  consent: { needsWord: true, run: showConsent },
};

function wrong(out: Out): number {
  out.write(USAGE);
  return 2;
}

async function showDropped(db: Db, out: Out): Promise<number> {
  const to = Temporal.Now.plainDateISO('UTC');
  const dropped = await readDropped(db, { from: to.subtract({ days: DAYS - 1 }), to });
  if (dropped.length === 0) out.write(`Nothing was dropped in the last ${DAYS} days.\n`);
  for (const { day, reason, count, held } of dropped) {
    out.write(`${day}  ${reason.padEnd(10)}  ${count}  of them in quarantine ${held}\n`);
  }
  return 0;
}

async function release(db: Db, out: Out, word: string): Promise<number> {
  const reason = SUSPICIONS.find((one): one is Suspicion => one === word);
  if (reason === undefined) return wrong(out);
  const to = Temporal.Now.instant();
  const from = to.subtract({ hours: 24 * DAYS });
  const count = await db.transaction().execute((tx) => releaseQuarantine(tx, { reason, from, to }));
  out.write(`${count} events are put back; they are in the log within a minute.\n`);
  return 0;
}

async function showSenders(db: Db, out: Out): Promise<number> {
  const senders = await listSenders(db);
  if (senders.length === 0) out.write('No server may send events.\n');
  for (const { id, name, createdAt, revokedAt } of senders) {
    out.write(`${id}  ${name}  since ${createdAt}${revokedAt ? `  revoked ${revokedAt}` : ''}\n`);
  }
  return 0;
}

async function addSender(db: Db, out: Out, name: string): Promise<number> {
  const now = Temporal.Now.instant();
  const made = await db.transaction().execute((tx) => createSender(tx, { name, now }));
  out.write(
    made.ok
      ? `api_secret=${made.value.secret}\nThis is shown once: keep it where secrets are kept. Id: ${made.value.id}\n`
      : `${made.refusal.message}\n`,
  );
  return made.ok ? 0 : 1;
}

async function revoke(db: Db, out: Out, word: string): Promise<number> {
  const id = parseId<'sender'>(word);
  if (id === undefined) return wrong(out);
  const isDone = await db
    .transaction()
    .execute((tx) => revokeSender(tx, { id, now: Temporal.Now.instant() }));
  out.write(isDone ? 'Revoked: what it sends is refused from now on.\n' : 'No valid sender has this id.\n');
  return isDone ? 0 : 1;
}

async function showConsent(db: Db, out: Out, word: string): Promise<number> {
  const id = parseId<'consent'>(word);
  if (id === undefined) return wrong(out);
  const proof = await readConsentProof(db, id);
  out.write(`${JSON.stringify(proof, null, 2)}\n`);
  return proof.records.length > 0 && proof.isWhole ? 0 : 1;
}
