import { ok, type Refusal, type Result } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import type { ProductId } from '../catalog/index.ts';
import { fieldsOf, matcherOf } from './rule.ts';
import { parseRule } from './rule-parser.ts';
import { readFactsPage } from './store/facts.ts';

const PAGE = 5_000;
const SAMPLE = 10;

/** How many products a rule would take in now, and the first ten of them; nothing is kept. */
export async function previewRule(
  db: Db,
  input: { readonly rule: unknown; readonly now: Temporal.Instant },
): Promise<
  Result<{ readonly count: number; readonly sample: readonly ProductId[] }, Refusal<'rule_invalid'>>
> {
  const rule = parseRule(input.rule);
  if (!rule.ok) return rule;
  const [matches, fields] = [matcherOf(rule.value), fieldsOf(rule.value)];
  let count = 0;
  const sample: ProductId[] = [];
  let after: ProductId | undefined;
  do {
    const page = await readFactsPage(db, { after, limit: PAGE, fields, isLocked: false });
    for (const [id, facts] of page.facts) {
      if (!matches(facts, input.now.epochMilliseconds)) continue;
      count += 1;
      if (sample.length < SAMPLE) sample.push(id);
    }
    after = page.last;
  } while (after !== undefined);
  return ok({ count, sample });
}
