import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { lockHistory } from '../store/imports.ts';
import { growRevision } from '../store/lines.ts';
import { type ClassRule, classifier } from './class-of.ts';

const MOST_CHARACTERS = 200;

export async function readClassRules(db: Db): Promise<readonly ClassRule[]> {
  const { rows } = await sql<ClassRule>`
    select pattern, class from history.class_rule order by class, pattern`.execute(db);
  return rows;
}

/**
 * Keeps that SKUs like this are of a class, or with none takes the rule out, and classifies the lines that are there anew.
 *
 * @returns how many lines have another class now
 */
export async function saveClassRule(
  tx: Tx,
  input: { readonly pattern: string; readonly class: ClassRule['class'] | undefined },
): Promise<Result<number, Refusal<'not_a_pattern' | 'not_found'>>> {
  const pattern = input.pattern.trim().toLowerCase();
  if (pattern === '' || pattern.length > MOST_CHARACTERS) {
    return refuse('not_a_pattern', 'a pattern is a SKU; * in it stands for anything', 'pattern');
  }
  await lockHistory(tx);
  if (input.class === undefined) {
    const { numAffectedRows } = await sql`
      delete from history.class_rule where pattern = ${pattern}`.execute(tx);
    if (numAffectedRows === 0n) return refuse('not_found', `there is no rule for "${pattern}"`, 'pattern');
  } else {
    await sql`
      insert into history.class_rule (pattern, class) values (${pattern}, ${input.class})
      on conflict (pattern) do update set class = excluded.class`.execute(tx);
  }
  return ok(await classifyAnew(tx));
}

type Shape = { sku: string; has_price: boolean; is_counted: boolean; class: ClassRule['class'] };

/** By the kinds of lines there are, which are few: the rule itself stays where it is, in one place. */
async function classifyAnew(tx: Tx): Promise<number> {
  const classOf = classifier(await readClassRules(tx));
  const { rows } = await sql<Shape>`
    select distinct sku, ${HAS_PRICE} as has_price, ${IS_COUNTED} as is_counted, class
    from history.line where sku <> '' and class <> 'tax'`.execute(tx);
  const changed = rows
    .map((shape) => ({ ...shape, now: classOf(shapeOf(shape)) }))
    .filter((shape) => shape.now !== shape.class);
  if (changed.length === 0) return 0;
  const { numAffectedRows = 0n } = await sql`
    update history.line set class = given.class
    from unnest(${changed.map(({ sku }) => sku)}::text[], ${changed.map((one) => one.has_price)}::bool[],
      ${changed.map((one) => one.is_counted)}::bool[], ${changed.map(({ now }) => now)}::text[])
      as given (sku, has_price, is_counted, class)
    where line.sku = given.sku and given.has_price = (${HAS_PRICE}) and given.is_counted = (${IS_COUNTED})
      and line.class <> given.class`.execute(tx);
  await growRevision(tx);
  return Number(numAffectedRows);
}

const HAS_PRICE = sql`line.unit_price <> 0`;
// Nobody gets it, or it goes back: see class-of.ts.
const IS_COUNTED = sql`(line.customer is null or line.quantity < 0)`;

function shapeOf({ sku, has_price: hasPrice, is_counted: isCounted }: Shape) {
  return { sku, hasPrice, hasCustomer: !isCounted, quantity: isCounted ? -1 : 1 };
}
