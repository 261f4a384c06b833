import { History } from 'lucide-react';
import { useState } from 'react';
import { type Told, useRead, useRefreshEvery, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, ErrorState, LoadingState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useMay } from '../../../../platform/cockpit/state/index.ts';
import { dateOf, percentOf, sinceOf } from '../../../../platform/cockpit/text/index.ts';
import { replenishmentWords } from '../words.ts';
import { AskBacktest } from './ask-backtest.tsx';
import styles from './backtest.module.css';
import { BacktestResult } from './backtest-result.tsx';

const LOOK_EVERY_MS = 1_500;

/** "Had you used this policy last year": asked in two fields, answered in a sentence, a table and a picture. */
export function Screen() {
  const t = replenishmentWords().backtest;
  const may = useMay();
  const [query, change] = useAddress();
  const [running, setRunning] = useState<string>();
  const runs = useRead('listBacktests', {}, { about: ['replenishment'] });
  const items = runs.data?.items ?? [];
  const chosen = textIn(query, 'id') || items[0]?.id;
  const isRunning = running !== undefined && running === chosen && !items.some(({ id }) => id === running);
  useRefreshEvery('replenishment', isRunning ? LOOK_EVERY_MS : undefined);
  const run = useWrite('runBacktest', {
    about: ['replenishment'],
    onDone: ({ backtestId }) => {
      setRunning(backtestId);
      change({ id: backtestId });
    },
  });
  return (
    <Page title={t.title} about={t.about}>
      {may('purchasing:write') && (
        <AskBacktest
          isPending={run.isPending || isRunning}
          ask={({ days, variants, ...policy }) => run.mutate({ body: { policy, days, variants } })}
        />
      )}
      {isRunning && <LoadingState />}
      {chosen === undefined && runs.data !== undefined && (
        <EmptyState icon={History} title={t.empty} text={t.emptyText} />
      )}
      {chosen !== undefined && !isRunning && <Chosen id={chosen} />}
      {items.length > 1 && <Earlier items={items} chosen={chosen} choose={(id) => change({ id })} />}
    </Page>
  );
}

function Chosen({ id }: { readonly id: string }) {
  const found = useRead('readBacktest', { params: { id } }, { about: ['replenishment'] });
  if (found.data !== undefined) return <BacktestResult of={found.data} />;
  if (found.error !== null) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  return <LoadingState />;
}

function Earlier({
  items,
  chosen,
  choose,
}: {
  readonly items: Told<'listBacktests'>['items'];
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
}) {
  const t = replenishmentWords();
  return (
    <Card title={t.backtest.earlier} isFlush>
      <ul className={styles.earlier}>
        {items.map(({ id, from, to, runAt, policy, variants }) => (
          <li key={id}>
            <button type="button" onClick={() => choose(id)} aria-current={id === chosen}>
              <span>{t.backtest.span(dateOf(from), dateOf(to), t.health.variants(variants))}</span>
              <span className={styles.dim}>
                {[policy.service?.share && percentOf(policy.service.share, 1), sinceOf(runAt)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
