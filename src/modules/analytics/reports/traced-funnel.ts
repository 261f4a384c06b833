import { hasInTurn } from '../feed/trace.ts';
import type { FunnelChoice } from './funnel-choice.ts';
import type { Asked } from './report.ts';

/** Whether the traces of sessions say it: steps are events, and all of them are taken in one visit. */
export function isInTraces({ steps, withinMinutes }: FunnelChoice): boolean {
  return withinMinutes === undefined && !steps.some((step) => step.startsWith('/'));
}

/**
 * SQL, common table expressions: `unit`, sessions in which the same happened in the same order, with their segment, how many
 * they are and which steps they reached: what the events would say, out of the traces of the days.
 */
export function unitsOfTraces({ during, ofMarket }: Asked, { steps, isOpen, segment }: FunnelChoice): string {
  const numbers = steps.map((_, index) => index + 1);
  const reached = numbers.map((at) => {
    const chain = hasInTurn('trace', steps.slice(isOpen ? Math.max(at - 2, 0) : 0, at));
    const came = at === 1 ? 'false' : chain;
    return `${isOpen ? hasInTurn('trace', steps.slice(at - 1, at)) : chain} as reached_${at}, ${came} as came_${at}`;
  });
  const isAny = isOpen ? numbers.map((at) => `reached_${at}`).join(' or ') : 'reached_1';
  return `
    taken as (
      select ${segment === undefined ? "''" : `ifnull(${segment}, '')`} as segment, trace, sum(sessions) as sessions
      from trace_day where ${during('day')}${ofMarket('trace_day')} group by all
    ), unit as (
      select * from (select segment, sessions, ${reached.join(', ')} from taken) where ${isAny}
    )`;
}
