import { type Refusal, refuse } from '../../../../kernel/index.ts';

/**
 * Why the warehouse did not answer what the shop itself asks it: it is away, or the days are none. That it does not know a
 * number or a dimension would be a mistake of ours.
 *
 * @throws Error of such a mistake
 */
export function foreseen({ code, message, field }: Refusal) {
  if (code === 'analytics_away' || code === 'invalid_span') return refuse(code, message, field);
  throw new Error(`the warehouse was asked wrongly: ${code}: ${message}`);
}
