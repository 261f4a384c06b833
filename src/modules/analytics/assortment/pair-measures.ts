import type { Measure } from '../reports/report.ts';

const BASKETS =
  'Orders first sold in the span, in the shop’s zone. What a customer orders again all the same counts once.';

/** What is told of two things in baskets. */
export const PAIR_MEASURES: readonly Omit<Measure, 'of'>[] = [
  counted('together', 'count', 'Baskets with both; in the line of all: baskets.'),
  counted('support', 'share', 'Baskets with both ÷ all baskets.'),
  counted('lift', 'number', 'How many times as often together as by chance.'),
  counted('lift_low', 'number', 'Lower bound of the interval that holds the lift 95 times of 100.'),
  counted('lift_high', 'number', 'Upper bound of that interval.'),
  counted('second_given_first', 'share', 'Of baskets with the first: those with the second.'),
  counted('first_given_second', 'share', 'Of baskets with the second: those with the first.'),
  counted('probability', 'number', 'That chance alone brings them together so often (Fisher’s exact test).'),
  counted(
    'false_discovery',
    'number',
    'The same among all pairs that were looked at (Benjamini and Hochberg).',
  ),
];

function counted(id: string, kind: Measure['kind'], about: string): Omit<Measure, 'of'> {
  return { id, kind, about, timeRule: BASKETS };
}
