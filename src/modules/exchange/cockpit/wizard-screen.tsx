import { Alert, Button, Group, Progress, Stack, Stepper, Text } from '@mantine/core';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { type Told, useWrite } from '../../../platform/cockpit/api/index.ts';
import { Card, Page } from '../../../platform/cockpit/page/index.ts';
import { useGo } from '../../../platform/cockpit/state/index.ts';
import { MappingCard } from './mapping-card.tsx';
import { RunReport, useRun } from './run-report.tsx';
import styles from './wizard.module.css';
import { importWords } from './words.ts';

type Upload = Told<'uploadImport'>;
type Mapping = Readonly<Record<string, string>>;

/** A file of products in: looked at, tried, then brought in. */
export function Screen() {
  const t = importWords();
  const go = useGo();
  const [file, setFile] = useState<Upload>();
  const [mapping, setMapping] = useState<Mapping>({});
  const [trialId, setTrialId] = useState<string>();
  const [runId, setRunId] = useState<string>();
  const trial = useRun(trialId);
  const run = useRun(runId);
  const upload = useWrite('uploadImport', {
    isTold: true,
    about: [],
    onDone: (told) => {
      setFile(told);
      setMapping(told.mapping);
    },
  });
  const start = useWrite('startImport', {
    about: ['work'],
    onDone: ({ id, isDryRun }) => (isDryRun ? setTrialId(id) : setRunId(id)),
  });
  const begin = (isDryRun: boolean) => {
    if (!file) return;
    const options = file.format === undefined ? { mapping } : {};
    const title = `${isDryRun ? t.trial : t.import}: ${file.fileName}`.slice(0, 200);
    start.mutate({ params: { id: file.id }, body: { isDryRun, options, title } });
  };
  const step = runId ? 3 : trialId ? 2 : file ? 1 : 0;
  const isTried = trial.data?.state === 'done';
  const isDone = run.data !== undefined && run.data.state !== 'running' && run.data.state !== 'waiting';
  const problem = upload.error ?? start.error;
  return (
    <Page title={t.wizard} back="/imports" isNarrow>
      <Stack gap="md">
        <Stepper active={step} size="xs" iconSize={26} className={styles.steps}>
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
          <Drop
            isBusy={upload.isPending}
            onFile={(one) => upload.mutate({ query: { fileName: one.name }, file: one })}
          />
        )}
        {step === 1 && file && <MappingCard {...{ file, mapping, onChange: setMapping }} />}
        {step === 2 && trial.data && <RunReport run={trial.data} />}
        {step === 3 && run.data && <RunReport run={run.data} />}
        <Group justify="space-between">
          <div>
            {(step === 1 || step === 2) && (
              <Button
                variant="default"
                onClick={() => (step === 2 ? setTrialId(undefined) : setFile(undefined))}
              >
                {t.back}
              </Button>
            )}
          </div>
          {step === 1 && (
            <Button loading={start.isPending} onClick={() => begin(true)}>
              {t.tryIt}
            </Button>
          )}
          {step === 2 && (
            <Button loading={start.isPending} disabled={!isTried} onClick={() => begin(false)}>
              {t.goIt}
            </Button>
          )}
          {step === 3 && isDone && (
            <Button onClick={() => go('/products?sort=-created')}>{t.toProducts}</Button>
          )}
        </Group>
      </Stack>
    </Page>
  );
}

function Drop({ isBusy, onFile }: { readonly isBusy: boolean; readonly onFile: (file: File) => void }) {
  const t = importWords();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  return (
    <Card>
      <button
        type="button"
        className={styles.drop}
        data-over={isOver || undefined}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const [file] = event.dataTransfer.files;
          if (file) onFile(file);
        }}
      >
        <FileUp size={26} strokeWidth={1.5} aria-hidden />
        <strong>{t.drop}</strong>
        <Text size="sm" c="dimmed">
          {t.formats}
        </Text>
        {isBusy && <Progress value={100} animated w={220} aria-label={t.uploading} />}
      </button>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,.xml"
        hidden
        aria-label={t.drop}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onFile(file);
        }}
      />
    </Card>
  );
}
