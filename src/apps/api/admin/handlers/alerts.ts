import { ok, refuse } from '../../../../kernel/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import {
  type Alert,
  answersOf,
  changeAlert,
  checkWatched,
  createAlert,
  type Firing,
  previewAlert,
  quietAlert,
  readAlert,
  readAlerts,
  readFirings,
  removeAlert,
} from '../../../../modules/reporting/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import { actorOf } from '../actor.ts';
import type { alertEndpoints } from '../contract/alerts.ts';
import type { AdminDeps } from '../deps.ts';
import { may } from '../may.ts';
import { versionOf } from './schedules.ts';

const SHOWN_FIRINGS = 100;
const LOOKED_BACK = 1_000;

/** Numbers that are watched. */
export function alertHandlers({ db, reads, system }: AdminDeps): Handlers<typeof alertEndpoints> {
  const answers = answersOf(system.analytics);
  return {
    listReportAlerts: async () => {
      const [alerts, firings] = await Promise.all([
        readAlerts(reads),
        readFirings(reads, { limit: LOOKED_BACK }),
      ]);
      const lastOf = (alert: Alert) => firings.find(({ alertId }) => alertId === alert.id);
      return ok({ items: alerts.map((alert) => alertAnswer(alert, lastOf(alert))) });
    },
    readReportAlert: async ({ params: { id } }) => {
      const alert = await readAlert(reads, id);
      if (alert === undefined) return refuse('not_found', 'there is no such alert', 'id');
      const firings = await readFirings(reads, { alertId: id, limit: SHOWN_FIRINGS });
      return ok({ ...alertAnswer(alert, firings[0]), firings: firings.map(firingAnswer) });
    },
    createReportAlert: async ({ body: { quietFrom: from, quietTo: to, ...body }, caller, now, tx }) => {
      const saver = { by: actorOf(caller), maySeeCosts: may(caller, 'costs:read'), now };
      const made = await createAlert(tx, { answers }, { ...body, quiet: { from, to }, ...saver });
      return made.ok ? ok(alertAnswer(made.value, undefined)) : made;
    },
    changeReportAlert: async ({ params: { id }, body, caller, now }) => {
      const { quietFrom: from, quietTo: to, version, ...rest } = body;
      const saver = { by: actorOf(caller), maySeeCosts: may(caller, 'costs:read'), now };
      const change = { ...rest, quiet: { from, to }, ...saver, id, version: versionOf(version) };
      const saved = await transactOrRefuse(db, (tx) => changeAlert(tx, { answers }, change));
      return saved.ok ? ok(alertAnswer(saved.value, undefined)) : saved;
    },
    quietReportAlert: async ({ params: { id }, body: { isMuted, until } }) => {
      const saved = await transactOrRefuse(db, (tx) => quietAlert(tx, { id, isMuted, until }));
      return saved.ok ? ok(alertAnswer(saved.value, undefined)) : saved;
    },
    removeReportAlert: async ({ params: { id } }) => {
      const removed = await transactOrRefuse(db, (tx) => removeAlert(tx, id));
      return removed.ok ? ok({ isRemoved: true }) : removed;
    },
    previewReportAlert: async ({ body, caller, now }) => {
      const checked = checkWatched(answers, { query: body.query, maySeeCosts: may(caller, 'costs:read') });
      if (!checked.ok) return checked;
      const { timeZone: zone, defaultCurrency: currency } = await readShop(reads);
      const { language = 'en' } = body;
      const deps = { db: reads, answers };
      const preview = await previewAlert(deps, { ...body, language }, { zone, currency, now });
      if (!preview.ok) return preview;
      const { points, episodes, measure, ...rest } = preview.value;
      return ok({
        ...{ ...rest, measure: measure.id, kind: measure.kind },
        points: points.map((point) => ({ ...point, isOut: point.isOut ?? false })),
        episodes: episodes.map(({ began: { time, value }, length, ended }) => {
          return { began: time, value, length, ended: ended?.time };
        }),
      });
    },
  };
}

function alertAnswer(
  { quiet, version, createdAt, snoozedUntil, judgedAt, ...alert }: Alert,
  last: Firing | undefined,
) {
  const { maySeeCosts: _, ...shown } = alert;
  return {
    ...{ ...shown, version: version.toString(), quietFrom: quiet.from, quietTo: quiet.to },
    ...{
      createdAt: createdAt.toString(),
      snoozedUntil: snoozedUntil?.toString(),
      judgedAt: judgedAt?.toString(),
    },
    lastFiring: last && firingAnswer(last),
  };
}

function firingAnswer({
  beganAt,
  endedAt,
  toldAt,
  alertId: _,
  tellAt: __,
  endingToldAt: ___,
  ...firing
}: Firing) {
  const moments = { beganAt: beganAt.toString(), endedAt: endedAt?.toString(), toldAt: toldAt?.toString() };
  return { ...firing, ...moments };
}
