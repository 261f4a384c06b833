import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { CODE_LETTERS, codeFrom, normaliseCode } from './code.ts';
import { subjectOf } from './counter.ts';
import { lockRulebook } from './lanes.ts';
import type { PromotionId } from './promotion.ts';

export type CodeRefusal = Refusal<'invalid' | 'code_taken' | 'not_found'>;

/** Most codes of one call. */
export const CODES_LIMIT = 10_000;

/**
 * Gives a promotion codes that somebody chose: `WELCOME10`. All of them, or none when one is another promotion's
 * already; one that is its own already gets the limit given.
 */
export async function saveCodes(
  tx: Tx,
  input: {
    readonly promotionId: PromotionId;
    readonly codes: readonly string[];
    /** How often each may be used; without limit when left out. */
    readonly usesLimit?: number | undefined;
  },
): Promise<Result<void, CodeRefusal>> {
  if (input.codes.length > CODES_LIMIT) throw new RangeError(`at most ${CODES_LIMIT} codes a call`);
  const texts = new Map(input.codes.map((text) => [normaliseCode(text), text.trim()]));
  for (const [index, text] of input.codes.entries()) {
    if (/^[\p{L}\p{N}.+!%&]{3,40}$/u.test(normaliseCode(text)) && text.length <= 60) continue;
    return refuse('invalid', `"${text}" is no code: 3 to 40 letters and digits`, `codes[${index}]`);
  }
  const refusal = limitRefusal(input.usesLimit) ?? (await promotionRefusal(tx, input.promotionId));
  if (refusal !== undefined) return { ok: false, refusal };
  const taken = await takenByOthers(tx, input.promotionId, [...texts.keys()]);
  if (taken === undefined) {
    await write(tx, { ...input, texts });
    return ok(undefined);
  }
  const index = input.codes.findIndex((text) => normaliseCode(text) === taken);
  return refuse('code_taken', `another promotion has the code "${taken}"`, `codes[${index}]`);
}

/**
 * Makes `count` codes that nobody guesses (80 bits each), every one for a single use unless `usesLimit` says more.
 *
 * @param input.random gives that many random bytes
 */
export async function makeCodes(
  tx: Tx,
  input: {
    readonly promotionId: PromotionId;
    readonly count: number;
    readonly prefix?: string | undefined;
    readonly usesLimit?: number | undefined;
    readonly random: (bytes: number) => Uint8Array;
  },
): Promise<Result<string[], CodeRefusal>> {
  if (!Number.isInteger(input.count) || input.count < 1 || input.count > CODES_LIMIT) {
    return refuse('invalid', `1 to ${CODES_LIMIT} codes at a time`, 'count');
  }
  const { prefix = '', usesLimit = 1 } = input;
  if (!/^[A-Z0-9]{0,12}$/.test(prefix)) return refuse('invalid', 'up to 12 capitals and digits', 'prefix');
  const refusal = limitRefusal(usesLimit) ?? (await promotionRefusal(tx, input.promotionId));
  if (refusal !== undefined) return { ok: false, refusal };
  const random = input.random(input.count * CODE_LETTERS);
  const codes = Array.from({ length: input.count }, (_, index) =>
    codeFrom(random.subarray(index * CODE_LETTERS, (index + 1) * CODE_LETTERS), prefix),
  );
  const texts = new Map(codes.map((text) => [normaliseCode(text), text]));
  const written = await write(tx, { ...input, texts, usesLimit });
  if (written.size < input.count) throw new Error('random codes collided: the random bytes are not random');
  return ok(codes);
}

/** Takes codes out of use; orders that used them keep them. */
export async function removeCodes(
  tx: Tx,
  { promotionId, codes }: { readonly promotionId: PromotionId; readonly codes: readonly string[] },
): Promise<void> {
  await sql`
    delete from pricing.promotion_code
    where promotion_id = ${promotionId} and code = any(${codes.map(normaliseCode)}::text[])`.execute(tx);
}

export type Code = {
  /** As it is shown. */
  readonly text: string;
  readonly code: string;
  readonly usesLimit: number | undefined;
  /** Counted where there is a limit. */
  readonly used: number;
};

/** A promotion's codes in the order of the alphabet, from the one after `after` on. */
export async function readCodes(
  db: Db,
  input: { readonly promotionId: PromotionId; readonly after?: string | undefined; readonly limit: number },
): Promise<Code[]> {
  const { rows } = await sql<{ code: string; text: string; uses_limit: bigint | null; taken: bigint }>`
    select code.code, code.text, code.uses_limit, coalesce(counter.taken, 0) as taken
    from pricing.promotion_code code left join pricing.promotion_counter counter
      on counter.promotion_id = code.promotion_id and counter.subject = ${subjectOf.code('')} || code.code
    where code.promotion_id = ${input.promotionId} and code.code > ${input.after ?? ''}
    order by code.code limit ${Math.min(input.limit, CODES_LIMIT)}`.execute(db);
  return rows.map((row) => ({
    text: row.text,
    code: row.code,
    usesLimit: row.uses_limit === null ? undefined : Number(row.uses_limit),
    used: Number(row.taken),
  }));
}

/** Codes are given one call after the other, so that what is free here is free when it is written. */
async function takenByOthers(tx: Tx, id: PromotionId, codes: readonly string[]): Promise<string | undefined> {
  await lockRulebook(tx);
  const { rows } = await sql<{ code: string }>`
    select code from pricing.promotion_code
    where code = any(${codes}::text[]) and promotion_id <> ${id} order by code limit 1`.execute(tx);
  return rows[0]?.code;
}

async function write(
  tx: Tx,
  input: {
    readonly promotionId: PromotionId;
    readonly texts: ReadonlyMap<string, string>;
    readonly usesLimit?: number | undefined;
  },
): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`
    insert into pricing.promotion_code as kept (code, text, promotion_id, uses_limit)
    select code, text, ${input.promotionId}, ${input.usesLimit ?? null}::bigint
    from unnest(${[...input.texts.keys()]}::text[], ${[...input.texts.values()]}::text[]) as given (code, text)
    order by code
    on conflict (code) do update set text = excluded.text, uses_limit = excluded.uses_limit
    where kept.promotion_id = excluded.promotion_id
    returning code`.execute(tx);
  return new Set(rows.map((row) => row.code));
}

function limitRefusal(usesLimit: number | undefined): Refusal<'invalid'> | undefined {
  const isLimit =
    usesLimit === undefined || (Number.isInteger(usesLimit) && usesLimit >= 1 && usesLimit <= 1e6);
  return isLimit
    ? undefined
    : refuse('invalid', 'a limit is a whole number from 1 to 1000000', 'usesLimit').refusal;
}

async function promotionRefusal(
  tx: Tx,
  id: PromotionId,
): Promise<Refusal<'invalid' | 'not_found'> | undefined> {
  const { rows } = await sql<{ trigger: string }>`
    select trigger from pricing.promotion where id = ${id} and removed_at is null for key share`.execute(tx);
  const [row] = rows;
  if (row === undefined) return refuse('not_found', `no promotion has the id ${id}`, 'promotionId').refusal;
  const message = 'this promotion applies by itself; codes are for promotions with the trigger "code"';
  return row.trigger === 'code' ? undefined : refuse('invalid', message, 'promotionId').refusal;
}
