import { useParams } from '@tanstack/react-router';
import { Page, Shown } from '../../../platform/cockpit/page/index.ts';
import { RunReport, useRun } from './run-report.tsx';

/** One import. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const run = useRun(id);
  return (
    <Shown of={run}>
      {(found) => (
        <Page title={found.fileName} back="/imports" isNarrow>
          <RunReport run={found} />
        </Page>
      )}
    </Shown>
  );
}
