import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';

/** What somebody is asked to agree to. What is strictly necessary is not asked for. */
export const PURPOSES = ['statistics', 'preferences', 'marketing'] as const;
export type Purpose = (typeof PURPOSES)[number];
export type Choices = Readonly<Record<Purpose, boolean>>;

/** Which law's idea of consent holds for some countries. */
export type RegionRule = {
  /** ISO 3166-1 alpha-2, `US-CA` for a part of one; `*` for all that no other rule has. */
  readonly places: readonly string[];
  /** `opt_in`: nothing before consent. `opt_out`: all until somebody objects. */
  readonly model: 'opt_in' | 'opt_out';
  /** What Global Privacy Control (`Sec-GPC: 1`) refuses without asking. */
  readonly gpcRefuses: readonly Purpose[];
  /** A decision is asked for again after so many days. */
  readonly holdsDays: number;
};

/** Data, not code: the law changes, and a shop may be stricter than it. */
export type ConsentRules = { readonly regions: readonly RegionRule[] };

/**
 * Opt-in everywhere, which is right in the EU and the UK (ePrivacy Directive, article 5(3)) and never wrong elsewhere; six
 * months as the CNIL recommends. Global Privacy Control refuses what an advertiser could use (11 CCR 7025(c)).
 */
export const DEFAULT_RULES: ConsentRules = {
  regions: [{ places: ['*'], model: 'opt_in', gpcRefuses: ['marketing'], holdsDays: 182 }],
};

/** What holds for a visitor now. */
export type Standing = {
  readonly choices: Choices;
  /** The banner is shown. */
  readonly isAsked: boolean;
  /** The signal refused something: it has to be said (11 CCR 7025(c)(6), since 2026). */
  readonly isSignalHonoured: boolean;
};

/**
 * What may be done for a visitor, by the rules of where they are, what they decided last and what their browser signals.
 * The signal is stronger than an older or newer "yes": nobody is asked to undo it.
 *
 * @example
 * standingOf(DEFAULT_RULES, { place: 'DE', hasGpc: false, decided: undefined, now })
 * // { choices: { statistics: false, … }, isAsked: true, isSignalHonoured: false }
 */
export function standingOf(
  rules: ConsentRules,
  visitor: {
    readonly place: string | undefined;
    readonly hasGpc: boolean;
    readonly decided: { readonly choices: Choices; readonly at: Temporal.Instant } | undefined;
    readonly now: Temporal.Instant;
  },
): Standing {
  const { place, hasGpc, decided, now } = visitor;
  const rule = ruleFor(rules, place);
  const isHeld = decided !== undefined && decided.at.until(now).total('hours') <= rule.holdsDays * 24;
  const undecided = rule.model === 'opt_out';
  const refused = hasGpc ? rule.gpcRefuses : [];
  const of = (purpose: Purpose) =>
    !refused.includes(purpose) && (isHeld ? decided.choices[purpose] : undecided);
  return {
    choices: { statistics: of('statistics'), preferences: of('preferences'), marketing: of('marketing') },
    isAsked: !isHeld && rule.model === 'opt_in',
    isSignalHonoured: refused.length > 0,
  };
}

function ruleFor({ regions }: ConsentRules, place: string | undefined): RegionRule {
  const country = place?.split('-')[0];
  const wanted = [place, country, '*'].filter((one) => one !== undefined);
  const found = wanted.map((one) => regions.find(({ places }) => places.includes(one)));
  const [rule] = [...found.filter((one) => one !== undefined), ...DEFAULT_RULES.regions];
  if (rule === undefined) throw new Error('the default rules are for everywhere');
  return rule;
}

const PLACE = /^(?:\*|[A-Z]{2}(?:-[A-Z0-9]{1,3})?)$/;
const LONGEST_DAYS = 730;

/** Rules that somebody has written, or what is wrong with them. */
export function checkRules(rules: ConsentRules): Result<ConsentRules, Refusal<'invalid'>> {
  const seen = new Set<string>();
  for (const [index, { places, holdsDays }] of rules.regions.entries()) {
    const field = (name: string) => `regions[${index}].${name}`;
    for (const place of places) {
      if (!PLACE.test(place)) return refuse('invalid', `"${place}" is no country`, field('places'));
      if (seen.has(place)) return refuse('invalid', `${place} is in two rules`, field('places'));
      seen.add(place);
    }
    if (!Number.isInteger(holdsDays) || holdsDays < 1 || holdsDays > LONGEST_DAYS) {
      return refuse('invalid', `a decision holds from 1 to ${LONGEST_DAYS} days`, field('holdsDays'));
    }
  }
  if (!seen.has('*')) return refuse('invalid', 'one rule must be for all other places: *', 'regions');
  return ok(rules);
}
