import { checkFunnel, type FunnelChoice, SHOP_STEPS } from './funnel-choice.ts';
import { eventsInSessions, isStep } from './in-sessions.ts';
import * as measures from './measures/funnel.ts';
import { type Asked, defineReport } from './report.ts';
import { isInTraces, unitsOfTraces } from './traced-funnel.ts';

const MOST_SEGMENTS = 8;

export const funnel = defineReport({
  id: 'funnel',
  titleKey: 'reports.funnel',
  about:
    'How far visits get, step by step: closed, each step after the one before it, or open; in one visit, or within a time ' +
    'whatever visits it takes. A visit counts once.',
  hasCurrency: false,
  dimensions: [
    { id: 'step', about: '1 is the first.' },
    {
      id: 'segment',
      about: 'Of the visit with the first step that was taken; the rarest together are other.',
    },
  ],
  measures: [measures.REACHED, measures.OF_BEFORE, measures.OF_FIRST, measures.LEFT],
  sortBy: 'step',
  isSmallestFirst: true,
  statement: (asked) => {
    const choice = checkFunnel(asked.funnel ?? { steps: SHOP_STEPS });
    const { steps } = choice;
    const last = asked.isTotal ? `where step = '${steps.length}'` : '';
    return `
      with ${isInTraces(choice) ? unitsOfTraces(asked, choice) : unitsOfEvents(asked, choice)}, often as (
        select segment from unit group by segment order by sum(sessions) desc, segment limit ${MOST_SEGMENTS}
      ), told as (
        select if(segment in (select segment from often), segment, 'other') as segment,
          unnest([${steps.map((_, at) => stepOf(at + 1, steps.length)).join(', ')}], recursive := true) from unit
      )
      select ${asked.by({ step: 'step', segment: 'segment' })}sum(reached) as reached, sum(came) as came,
        sum(before) as before, sum(first) as first, sum(left_here) as left_here
      from told ${last} group by all`;
  },
  // Those of the visits that the segment is of, whatever steps they took.
  orders: { from: 'session_order', day: 'day', columns: {} },
});

/** SQL of a struct: what a unit adds to a step. */
function stepOf(at: number, count: number): string {
  const came = at === 1 ? '0' : `if(came_${at}, sessions, 0)`;
  const before = at === 1 ? '0' : `if(reached_${at - 1}, sessions, 0)`;
  const left = at === count ? '0' : `if(reached_${at} and not came_${at + 1}, sessions, 0)`;
  return `{step: '${at}', reached: if(reached_${at}, sessions, 0), came: ${came}, before: ${before},
    first: if(reached_1, sessions, 0), left_here: ${left}}`;
}

/** SQL, common table expressions: `unit`, with its segment and which steps it reached, out of events. */
function unitsOfEvents(asked: Asked, choice: FunnelChoice): string {
  const { steps, withinMinutes = 0 } = choice;
  return `${eventsInSessions(asked, {
    columns: steps.map((step, at) => `(${isStep(step)}) as is_${at + 1}`).join(', '),
    where: `(${steps.map((step) => `(${isStep(step)})`).join(' or ')})`,
    laterMinutes: withinMinutes,
  })}, ${choice.isOpen ? openUnits(choice) : closedUnits(choice)}`;
}

/**
 * Each event of step k knows the latest first step from which a chain of steps leads to it: the latest, because then the
 * whole takes the least time.
 */
function closedUnits({ steps, withinMinutes, ...choice }: FunnelChoice): string {
  const unit = unitOf(withinMinutes);
  const chains = steps.slice(1).map((_, index) => {
    const at = index + 2;
    return `chain_${at} as (
      select *, max(since_${at - 1}) over (${before(unit)}) as before_${at},
        if(is_${at} and ${intime(`before_${at}`, withinMinutes)}, before_${at}, null) as since_${at}
      from chain_${at - 1}
    )`;
  });
  const reached = steps.map((_, index) => {
    const at = index + 1;
    return `count(since_${at}) > 0 as reached_${at}, count(since_${at}) > 0 as came_${at}`;
  });
  return `
    chain_1 as (
      select placed.*, ${segmentOf(choice)} as segment, if(is_1 and asked.id is not null, happened_at, null) as since_1
      from placed left join asked_session asked on asked.id = placed.session_id
    ), ${chains.join(', ')}, unit as (
      select 1 as sessions, min_by(segment, (happened_at, id)) filter (since_1 is not null) as segment, ${reached.join(', ')}
      from chain_${steps.length} group by ${unit} having count(since_1) > 0
    )`;
}

/** Every step counts by itself; it was come to where the step before it was taken before it. */
function openUnits({ steps, withinMinutes, ...choice }: FunnelChoice): string {
  const unit = unitOf(withinMinutes);
  const numbers = steps.map((_, index) => index + 1);
  const earlier = numbers
    .slice(1)
    .map(
      (at) => `max(if(is_${at - 1} and is_asked, happened_at, null)) over (${before(unit)}) as since_${at}`,
    );
  const came = (at: number) => `is_${at} and ${intime(`since_${at}`, withinMinutes)}`;
  const reached = numbers.map((at) => {
    if (at === 1) return 'ifnull(bool_or(is_1 and is_asked), false) as reached_1, false as came_1';
    return `ifnull(bool_or((is_${at} and is_asked) or (${came(at)})), false) as reached_${at},
      ifnull(bool_or(${came(at)}), false) as came_${at}`;
  });
  return `
    entered as (
      select placed.*, ${segmentOf(choice)} as segment, asked.id is not null as is_asked
      from placed left join asked_session asked on asked.id = placed.session_id
    ), linked as (select *, ${earlier.join(', ')} from entered), unit as (
      select 1 as sessions, min_by(segment, (happened_at, id)) filter (is_asked) as segment, ${reached.join(', ')}
      from linked group by ${unit} having bool_or(is_asked)
    )`;
}

function unitOf(withinMinutes: number | undefined): string {
  return withinMinutes === undefined ? 'session_id' : 'visitor';
}

function before(unit: string): string {
  return `partition by ${unit} order by happened_at, id rows between unbounded preceding and 1 preceding`;
}

function intime(since: string, withinMinutes: number | undefined): string {
  if (withinMinutes === undefined) return `${since} is not null`;
  return `ifnull(happened_at - ${since} <= interval ${withinMinutes} minutes, false)`;
}

function segmentOf({ segment }: Pick<FunnelChoice, 'segment'>): string {
  return segment === undefined ? "''" : `ifnull(asked.${segment}, '')`;
}
