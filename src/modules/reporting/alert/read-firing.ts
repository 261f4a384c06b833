import type { Db } from '../../../platform/database/index.ts';
import { selectAlert } from '../store/alerts.ts';
import { selectFiring } from '../store/firings.ts';
import type { Alert, Firing, FiringId } from './alert.ts';

/** An episode with the alert that it is of, for whoever is told of it; `undefined` where either is gone. */
export async function readFiring(
  db: Db,
  id: FiringId,
): Promise<{ readonly alert: Alert; readonly firing: Firing } | undefined> {
  const firing = await selectFiring(db, id);
  const alert = firing && (await selectAlert(db, firing.alertId));
  return firing && alert && { alert, firing };
}
