import { Alert, Button, Group, Progress, Stack, Stepper } from '@mantine/core';
import { useState } from 'react';
import { type Told, useWrite } from '../../../platform/cockpit/api/index.ts';
import { FileDrop } from '../../../platform/cockpit/form/index.ts';
import { Card, Page } from '../../../platform/cockpit/page/index.ts';
import { useGo, useSession } from '../../../platform/cockpit/state/index.ts';
import { type Facts, FactsCard, sentFacts } from './facts-card.tsx';
import { FileCard } from './file-card.tsx';
import { RunCard, useRun } from './run-card.tsx';
import styles from './wizard.module.css';
import { historyWords } from './words.ts';

type Upload = Told<'uploadHistory'>;
type Mapping = Readonly<Record<string, string>>;

const ACCEPTED = '.csv,.tsv,.txt,.xlsx,.parquet';

/** A file from elsewhere in: looked at, tried, then brought in. */
export function Screen() {
  const t = historyWords();
  const go = useGo();
  const { shop } = useSession();
  const [file, setFile] = useState<Upload>();
  const [mapping, setMapping] = useState<Mapping>({});
  const [facts, setFacts] = useState<Facts>({
    currency: shop.currency,
    zone: shop.timeZone,
    dates: '',
    origin: '',
  });
  const [trialId, setTrialId] = useState<string>();
  const [runId, setRunId] = useState<string>();
  const trial = useRun(trialId);
  const run = useRun(runId);
  const upload = useWrite('uploadHistory', {
    ...{ isTold: true, about: [] },
    onDone: (told) => {
      setFile(told);
      setMapping(told.mapping);
    },
  });
  const start = useWrite('startHistoryRun', {
    ...{ isTold: true, about: ['work'] },
    onDone: ({ id, isDryRun }) => (isDryRun ? setTrialId(id) : setRunId(id)),
  });
  const begin = (isDryRun: boolean) => {
    if (!file) return;
    const title = `${isDryRun ? t.trial : t.import}: ${file.fileName}`.slice(0, 200);
    const mapped = file.kind === 'orders' && file.format === undefined ? { mapping } : {};
    const body = { kind: file.kind, isDryRun, title, ...mapped, ...sentFacts(facts, file.kind) };
    start.mutate({ params: { id: file.id }, body });
  };
  const step = runId ? 3 : trialId ? 2 : file ? 1 : 0;
  const isTried = trial.data?.state === 'done';
  const isDone = run.data !== undefined && run.data.state !== 'running' && run.data.state !== 'waiting';
  const problem = upload.error ?? start.error;
  const back = () => (step === 2 ? setTrialId(undefined) : setFile(undefined));
  return (
    <Page title={t.wizard} back="/settings/history" isNarrow>
      <Stack gap="md">
        <Stepper
          {...{ active: step, size: 'xs', iconSize: 26, py: 6 }}
          classNames={{ steps: styles.steps, step: styles.step, stepBody: styles.label }}
        >
          {[t.choose, t.look, t.try, t.go].map((label) => (
            <Stepper.Step key={label} label={label} />
          ))}
        </Stepper>
        {problem && (
          <Alert color="red" role="alert">
            {problem.message}
          </Alert>
        )}
        {step === 0 && (
          <Card about={t.formatsAbout} title={t.chooseTitle}>
            <FileDrop
              {...{ label: t.drop, hint: t.limits, accept: ACCEPTED }}
              onFiles={([one]) => one && upload.mutate({ query: { fileName: one.name }, file: one })}
            />
            {upload.isPending && <Progress value={100} animated mt="sm" aria-label={t.uploading} />}
          </Card>
        )}
        {step === 1 && file && (
          <>
            <FileCard {...{ file, mapping, onChange: setMapping }} />
            <FactsCard {...{ facts, kind: file.kind, onChange: setFacts }} />
          </>
        )}
        {step === 2 && trial.data && <RunCard run={trial.data} />}
        {step === 3 && run.data && <RunCard run={run.data} />}
        <Group justify="space-between">
          <div>
            {(step === 1 || step === 2) && (
              <Button variant="default" onClick={back}>
                {t.back}
              </Button>
            )}
          </div>
          {step === 1 && (
            <Button
              loading={start.isPending}
              disabled={file?.importId !== undefined}
              onClick={() => begin(true)}
            >
              {t.tryIt}
            </Button>
          )}
          {step === 2 && (
            <Button loading={start.isPending} disabled={!isTried} onClick={() => begin(false)}>
              {t.goIt}
            </Button>
          )}
          {step === 3 && isDone && <Button onClick={() => go('/settings/history')}>{t.toImports}</Button>}
        </Group>
      </Stack>
    </Page>
  );
}
