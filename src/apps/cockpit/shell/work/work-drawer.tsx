import { Button, Drawer, Group, Progress, Stack, Text } from '@mantine/core';
import { Download, ListChecks, Undo2 } from 'lucide-react';
import { addressOf, type RowOf, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, ErrorState, LoadingState } from '../../../../platform/cockpit/page/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge, type Tone, When } from '../../../../platform/cockpit/value/index.ts';
import { shellWords } from '../messages/words.ts';
import { ABOUT, useOwnWork } from './own-work.ts';
import styles from './work-drawer.module.css';

type Work = RowOf<'listWork'>;
const TONES: Readonly<Record<Work['state'], Tone>> = {
  waiting: 'waiting',
  running: 'active',
  done: 'good',
  failed: 'bad',
  cancelled: 'neutral',
};

/** What the person began and takes long: how far it is, how to stop it, what came of it. */
export function WorkDrawer({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const work = useOwnWork();
  const t = shellWords();
  return (
    <Drawer opened={isOpen} onClose={onClose} position="right" size={400} title={t.work.title}>
      {work.isPending && <LoadingState />}
      {work.error && <ErrorState error={work.error} retry={() => void work.refetch()} />}
      {work.data && work.rows.length === 0 && (
        <EmptyState icon={ListChecks} title={t.work.empty} text={t.work.emptyText} />
      )}
      <Stack gap="sm">
        {work.rows.map((one) => (
          <WorkItem key={one.id} work={one} />
        ))}
        {work.hasNextPage && (
          <Button variant="subtle" onClick={() => void work.fetchNextPage()}>
            {t.work.earlier}
          </Button>
        )}
      </Stack>
    </Drawer>
  );
}

function WorkItem({ work }: { readonly work: Work }) {
  const cancel = useWrite('cancelWork', { about: ABOUT });
  const undo = useWrite('undoWork', { about: ABOUT });
  const t = shellWords().work;
  const { id, title, state, done, total, isCancelAsked, failure, fileName, canUndo, createdAt } = work;
  const goesOn = state === 'waiting' || state === 'running';
  return (
    <article className={styles.item} aria-label={title}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <Text size="sm" fw={560}>
          {title}
        </Text>
        <StateBadge tone={TONES[state]}>{isCancelAsked && goesOn ? t.stopping : t.states[state]}</StateBadge>
      </Group>
      {goesOn && (
        <Progress
          value={total > 0 ? (done / total) * 100 : 100}
          animated={total === 0}
          size="sm"
          aria-label={t.progress(done, total)}
        />
      )}
      <Group justify="space-between">
        <Text size="xs" c="dimmed" component="div">
          {goesOn && total > 0 && t.progress(done, total)}
          {goesOn && total === 0 && done > 0 && t.soFar(countOf(done))}
          {!(goesOn && (total > 0 || done > 0)) && <When at={createdAt} />}
        </Text>
        {goesOn && !isCancelAsked && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => cancel.mutate({ params: { id: id } })}
          >
            {t.stop}
          </Button>
        )}
        {fileName !== undefined && (
          <Button
            component="a"
            size="compact-xs"
            variant="light"
            href={addressOf('workFile', { params: { id: id } })}
            leftSection={<Download size={12} />}
          >
            {fileName}
          </Button>
        )}
      </Group>
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {resultText(work)}
        </Text>
        {canUndo && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<Undo2 size={12} aria-hidden />}
            loading={undo.isPending}
            onClick={() => undo.mutate({ params: { id }, body: { title: t.undoOf(title).slice(0, 200) } })}
          >
            {t.undo}
          </Button>
        )}
      </Group>
      {failure !== '' && (
        <Text size="xs" c="red" role="alert">
          {failure}
        </Text>
      )}
    </article>
  );
}

/** What came of it, in words where there are some: `1,200 changed · 3 refused`. */
function resultText({ result }: Work): string {
  const words: Readonly<Record<string, (count: string) => string>> = shellWords().work.results;
  return Object.entries(result)
    .map(([name, value]) => {
      const text = typeof value === 'number' ? countOf(value) : value;
      return words[name]?.(text) ?? `${name}: ${text}`;
    })
    .join(' · ');
}
