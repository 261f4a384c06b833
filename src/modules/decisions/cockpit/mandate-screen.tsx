import { Button } from '@mantine/core';
import { OctagonX } from 'lucide-react';
import { useRead, useWrite } from '../../../platform/cockpit/api/index.ts';
import { ConfirmButton } from '../../../platform/cockpit/overlay/index.ts';
import { Page, Shown } from '../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../platform/cockpit/state/index.ts';
import { sinceOf } from '../../../platform/cockpit/text/index.ts';
import styles from './decisions.module.css';
import { EconomicsCard } from './mandate/economics-card.tsx';
import type { Mandate } from './mandate/mandate.ts';
import { MandateCard } from './mandate/mandate-card.tsx';
import { useWho } from './who.ts';
import { decisionWords } from './words.ts';

/** What may be decided without asking, kind by kind, and the button that stops all of it. */
export function Screen() {
  const t = decisionWords();
  const mayWrite = useMay()('mandate:write');
  const read = useRead('listMandates', {}, { about: ['decisions'] });
  const stopping = useWrite('stopMandates', { about: ['decisions'] });
  const isStopped = read.data?.stopped !== undefined;
  const stop = mayWrite && read.data && !isStopped && (
    <ConfirmButton
      title={t.mandate.stopTitle}
      text={t.mandate.stopText}
      verb={t.mandate.stop}
      onConfirm={() => stopping.mutateAsync({})}
    >
      <OctagonX size={15} style={{ marginInlineEnd: 6 }} aria-hidden />
      {t.mandate.stop}
    </ConfirmButton>
  );
  return (
    <Page title={t.mandate.title} about={t.mandate.about} actions={stop} isNarrow>
      <Shown of={read}>
        {({ items, stopped, economics }) => (
          <div className={styles.stack}>
            {stopped && <Stopped of={stopped} mayStart={mayWrite} />}
            {items.toSorted(lostFirst).map((mandate) => (
              <MandateCard key={mandate.kind} of={mandate} />
            ))}
            <EconomicsCard of={economics} />
          </div>
        )}
      </Shown>
    </Page>
  );
}

/** What was lost is what somebody comes for. */
function lostFirst(one: Mandate, other: Mandate): number {
  return Number(other.lost !== undefined) - Number(one.lost !== undefined);
}

function Stopped(props: {
  readonly of: { readonly at: string; readonly by: string };
  readonly mayStart: boolean;
}) {
  const { of: stopped, mayStart } = props;
  const t = decisionWords();
  const whoOf = useWho();
  const starting = useWrite('startMandates', { about: ['decisions'] });
  return (
    <output className={styles.banner} data-tone="bad">
      {t.mandate.stopped(whoOf(stopped.by), sinceOf(stopped.at))}
      {mayStart && (
        <Button
          size="compact-sm"
          variant="default"
          loading={starting.isPending}
          onClick={() => starting.mutate({})}
        >
          {t.mandate.start}
        </Button>
      )}
    </output>
  );
}
