import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Answers, ReportBlock } from '../question/question.ts';
import type { Language } from '../words/words.ts';
import { type Digest, digestOf, refusedDigest } from './digest.ts';

export type Digests = {
  readonly digests: readonly Digest[];
  /** Everything that happened until then is in all of them; `undefined`: nothing was fed, or nobody answered. */
  readonly asOf: Temporal.Instant | undefined;
  /** Nobody answers now: later may be better. */
  readonly isAway: boolean;
  /** What of it could not be shown, '' where all could. */
  readonly problem: string;
};

/** Asks every block, one after the other: the warehouse has other readers too. */
export async function readDigests(
  answers: Pick<Answers, 'about' | 'answer'>,
  blocks: readonly ReportBlock[],
  options: {
    readonly today: Temporal.PlainDate;
    readonly language: Language;
    readonly currency: CurrencyCode;
    readonly maySeeCosts: boolean;
  },
): Promise<Digests> {
  const { today, language, maySeeCosts } = options;
  const digests: Digest[] = [];
  const moments: (Temporal.Instant | undefined)[] = [];
  const problems: string[] = [];
  let isAway = false;
  for (const block of blocks) {
    const about = answers.about(block.question);
    // Definitions may have changed since it was saved: what costs are is asked each time.
    const isHidden = about.ok && about.value.hasCosts && !maySeeCosts;
    const answer = isHidden
      ? ({ ok: false, refusal: { code: 'costs_hidden', message: 'it tells what goods cost' } } as const)
      : await answers.answer(block.question, today);
    if (answer.ok) {
      digests.push(digestOf(block, answer.value, options));
      moments.push(answer.value.asOf);
    } else {
      digests.push(refusedDigest(block, answer.refusal, language));
      problems.push(answer.refusal.message);
      isAway ||= answer.refusal.code === 'analytics_away';
    }
  }
  return { digests, isAway, problem: problems.join(' · '), asOf: earliest(moments) };
}

function earliest(moments: readonly (Temporal.Instant | undefined)[]): Temporal.Instant | undefined {
  if (moments.includes(undefined)) return undefined;
  return moments.flatMap((one) => one ?? []).toSorted(Temporal.Instant.compare)[0];
}
