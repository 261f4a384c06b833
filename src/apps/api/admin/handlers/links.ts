import { ok, refuse } from '../../../../kernel/index.ts';
import {
  answersOf,
  createLink,
  type Link,
  type LinkSource,
  readLinks,
  readSchedules,
  revokeLink,
} from '../../../../modules/reporting/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import { actorOf } from '../actor.ts';
import type { linkEndpoints } from '../contract/schedules.ts';
import type { AdminDeps } from '../deps.ts';
import { may } from '../may.ts';

/** Pages of numbers for who has no account. */
export function linkHandlers({ db, reads, system }: AdminDeps): Handlers<typeof linkEndpoints> {
  const answers = answersOf(system.analytics);
  return {
    listReportLinks: async () => {
      const [links, schedules] = await Promise.all([readLinks(reads), readSchedules(reads)]);
      const names = new Map(schedules.map(({ id, name }) => [id, name]));
      return ok({ items: links.map((link) => linkAnswer(link, (id) => names.get(id) ?? '')) });
    },
    createReportLink: async ({ body: { title, language, days, source }, caller, now, tx }) => {
      const saver = { by: actorOf(caller), maySeeCosts: may(caller, 'costs:read'), now };
      const made = await createLink(tx, { answers }, { title, language, days, source, ...saver });
      return made.ok ? ok({ id: made.value.link.id, path: `/r/${made.value.token}` }) : made;
    },
    revokeReportLink: async ({ params: { id }, now }) => {
      const revoked = await transactOrRefuse(db, (tx) => revokeLink(tx, { id, now }));
      return revoked.ok ? ok({ isRevoked: true }) : refuse('not_found', revoked.refusal.message, 'id');
    },
  };
}

type ScheduleIdOf = Extract<LinkSource, { kind: 'schedule' }>['scheduleId'];

function linkAnswer(
  { source, createdAt, expiresAt, revokedAt, lastOpenedOn, ...link }: Link,
  nameOf: (id: ScheduleIdOf) => string,
) {
  const { id, title, language, createdBy, openedCount } = link;
  return {
    ...{ id, title, language, createdBy, openedCount, createdAt: createdAt.toString() },
    ...(source.kind === 'schedule'
      ? { schedule: { id: source.scheduleId, name: nameOf(source.scheduleId) }, blocks: 0 }
      : { blocks: source.blocks.length }),
    ...{ expiresAt: expiresAt.toString(), revokedAt: revokedAt?.toString() },
    lastOpenedOn: lastOpenedOn?.toString(),
  };
}
