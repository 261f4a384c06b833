import { Navigate } from '@tanstack/react-router';
import { NoPermission } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { DESKS } from '../desks.ts';

/** The first desk that the person may open. */
export function Home() {
  const may = useMay();
  const first = DESKS.flatMap(({ navigation }) => navigation).find(({ permission }) => may(permission));
  return first ? <Navigate to={first.path} replace /> : <NoPermission permission="…" />;
}
