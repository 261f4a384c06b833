import { sql } from 'kysely';
import { z } from 'zod';
import { currencyOf, expectOk, ok, refuse } from '../../../kernel/index.ts';
import { type Connection, transact, transactOrRefuse } from '../../../platform/database/index.ts';
import type { Decision, Predicted, Realised } from '../decision.ts';
import { editedWhole, type Field, minor } from '../field.ts';
import { decisionsOf, lookFor, readDecisions, saveMandate } from '../index.ts';
import type { DecisionKind, Proposed, WriteContext } from '../kind.ts';
import { type Limits, noMandate } from '../mandate/mandate.ts';

export const NOW = Temporal.Instant.from('2026-11-24T09:00:00Z');
const EUR = currencyOf('EUR');

type Price = { readonly priceMinor: bigint };

/** A fact that is worth a decision: whose price is to be what. */
export type Fact = {
  readonly id: string;
  readonly priceMinor: bigint;
  readonly fingerprint?: string;
  readonly lowMinor?: bigint;
  readonly valueMinor?: bigint;
  readonly expiresAt?: Temporal.Instant;
};

/**
 * A database with one kind of decisions, which sets prices in a table of its own: `effect` has a row for each time that
 * something was done or taken back.
 */
export async function aDecisionShop({ db }: Connection, id = 'test_kind') {
  await sql`create table if not exists public.effect (
    id bigint generated always as identity, subject text not null, amount bigint not null, done_by text not null)`.execute(
    db,
  );
  const world = {
    facts: [] as Fact[],
    /** What the verbs refuse. */
    refuses: undefined as string | undefined,
    afterEffect: async (_context: WriteContext): Promise<void> => undefined,
    realised: new Map<string, number>(),
    fails: undefined as string | undefined,
  };
  const kind: DecisionKind<Price> = {
    ...{ id, version: 1, reversibility: 'reversible', permission: 'prices:write' },
    proposal: z.object({ priceMinor: minor }),
    propose: async () => {
      if (world.fails !== undefined) throw new Error(world.fails);
      return world.facts.map(proposedOf);
    },
    fieldsOf: ({ priceMinor }) => [fieldOf(priceMinor)],
    revise: async (_context, decision, { edits }) => {
      const priceMinor = editedWhole(decision.fields[0], edits['price']);
      if (priceMinor === undefined) return refuse('invalid_edit', 'a price from 1.00 to 100.00', 'price');
      return ok({
        ...proposedOf({ id: decision.subject.id, priceMinor }),
        fingerprint: decision.fingerprint,
      });
    },
    weightOf: ({ priceMinor }) => ({ amountMinor: priceMinor, share: 0.1 }),
    apply: async (context, { decision, proposal }) => {
      const { tx, by } = context;
      await sql`insert into public.effect (subject, amount, done_by)
        values (${decision.subject.id}, ${proposal.priceMinor}, ${by})`.execute(tx);
      await world.afterEffect(context);
      return world.refuses === undefined
        ? ok({ state: { before: 'x' } })
        : refuse(world.refuses, 'the verb said no');
    },
    undo: async ({ tx, by }, { decision, proposal }) => {
      if (world.refuses !== undefined) return refuse(world.refuses, 'another price was set since');
      await sql`insert into public.effect (subject, amount, done_by)
        values (${decision.subject.id}, ${-proposal.priceMinor}, ${by})`.execute(tx);
      return ok(undefined);
    },
    realise: async (_context, { decision }) => realisedOf(world.realised.get(decision.subject.id)),
  };
  const kinds = decisionsOf([kind]);
  return {
    ...{ db, kind, kinds, world },
    look: (now = NOW) => lookFor(db, kind, now),
    all: () => readDecisions(db, { kind: id, limit: 500 }),
    of: async (subject: string): Promise<Decision> => {
      const [found] = await readDecisions(db, { kind: id, subjectIds: [subject], limit: 1 });
      if (found === undefined) throw new Error(`nothing was proposed for ${subject}`);
      return found;
    },
    effects: async () => {
      const { rows } = await sql<{ subject: string; amount: bigint; done_by: string }>`
        select subject, amount, done_by from public.effect order by id`.execute(db);
      return rows.map(({ subject, amount, done_by: by }) => `${subject} ${amount} ${by}`);
    },
    allow: async (
      limits: Partial<Limits> = {},
      {
        now = NOW,
        ...change
      }: { isDryRun?: boolean; rule?: 'ask' | 'within' | 'never'; now?: Temporal.Instant } = {},
    ) => {
      const before = await sql<{ version: bigint }>`
        select version from decisions.mandate where kind = ${id}`.execute(db);
      const draft = { ...noMandate(id), rule: 'within', ...change } as const;
      const most = { mostMinor: 10_000n, weekMinor: 1_000_000n, ...limits };
      return expectOk(
        await transactOrRefuse(db, (tx) =>
          saveMandate(tx, kinds, {
            ...{ ...draft, limits: { ...draft.limits, ...most }, by: 'staff:owner', now },
            expectedVersion: before.rows[0]?.version ?? 0n,
          }),
        ),
      );
    },
    clear: () =>
      transact(db, async (tx) => {
        for (const table of ['outcome', 'step', 'decision', 'mandate', 'look']) {
          await sql`delete from ${sql.table(`decisions.${table}`)}`.execute(tx);
        }
        await sql`update decisions.setting set stopped_at = null, stopped_by = ''`.execute(tx);
        await sql`truncate public.effect`.execute(tx);
        world.facts = [];
        world.refuses = undefined;
        world.fails = undefined;
      }),
  };
}

function fieldOf(priceMinor: bigint): Field {
  const bounds = { least: '100', most: '10000' };
  return {
    key: 'price',
    unit: 'money',
    before: '2490',
    value: String(priceMinor),
    isEditable: true,
    ...bounds,
  };
}

function proposedOf(fact: Fact): Proposed<Price> {
  const { id, priceMinor, valueMinor = 1_000n, fingerprint = `${id}@${priceMinor}` } = fact;
  const predicted: Predicted = {
    ...{ valueMinor, lowMinor: fact.lowMinor ?? valueMinor / 2n, highMinor: valueMinor + 500n },
    confidence: 0.8,
    ...{ currency: EUR, horizonDays: 14, counterfactual: 'as_is' },
  };
  return {
    ...{ subject: { type: 'variant', id, label: `Variant ${id}` }, proposal: { priceMinor }, predicted },
    evidence: { figures: [{ key: 'price', unit: 'money', value: '2490' }], computed: 'test' },
    ...{ basis: {}, waitCostMinorPerDay: 10n, risk: { key: 'none' }, fingerprint },
    expiresAt: fact.expiresAt ?? NOW.add({ hours: 24 * 30 }),
  };
}

function realisedOf(value: number | undefined): Realised | 'not_yet' | { readonly notEnough: string } {
  if (value === undefined) return 'not_yet';
  if (Number.isNaN(value)) return { notEnough: 'no_sales' };
  const valueMinor = BigInt(value);
  return { valueMinor, lowMinor: valueMinor, highMinor: valueMinor, method: 'test', figures: [] };
}
