import { Alert, Button, Menu } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { BellOff } from 'lucide-react';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField, SaveBar } from '../../../../platform/cockpit/form/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { momentOf } from '../../../../platform/cockpit/text/index.ts';
import { ABOUT, reportingWords } from '../words.ts';
import { AlertEditor } from './alert-editor.tsx';
import { AlertState } from './alert-state.tsx';
import { type AlertBody, type AlertRead, bodyOf } from './draft.ts';
import { FiringsCard } from './firings-card.tsx';

/** One alert: what it watches, what it did, and how to have peace from it. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const read = useRead('readReportAlert', { params: { id } }, { about: ABOUT });
  return <Shown of={read}>{(alert) => <Editing key={alert.version} of={alert} />}</Shown>;
}

function Editing({ of: alert }: { readonly of: AlertRead }) {
  const t = reportingWords();
  const known = bodyOf(alert);
  const [value, setValue] = useState<AlertBody>(known);
  const save = useWrite('changeReportAlert', { about: ABOUT, isTold: true, onDone: () => sayDone(t.saved) });
  const { '': problem } = problemsByField(save.error);
  return (
    <Page
      title={alert.name}
      back="/analytics/alerts"
      aside={<AlertState of={alert} />}
      about={alert.judgedAt === undefined ? t.alerts.notJudged : t.alerts.judged(momentOf(alert.judgedAt))}
      actions={<Actions of={alert} />}
    >
      {alert.problem !== '' && <Alert color="yellow">{t.alerts.cannot(alert.problem)}</Alert>}
      <AlertEditor value={value} error={save.error} onChange={setValue} />
      <FiringsCard of={alert} />
      <SaveBar
        isChanged={JSON.stringify(value) !== JSON.stringify(known)}
        isBusy={save.isPending}
        problem={problem}
        onSave={() => save.mutate({ params: { id: alert.id }, body: { ...value, version: alert.version } })}
        onDiscard={() => setValue(known)}
      />
    </Page>
  );
}

const SNOOZES = [4, 24, 24 * 7];
const HOUR_MS = 3_600_000;

function Actions({ of: { id, isMuted, snoozedUntil } }: { readonly of: AlertRead }) {
  const t = reportingWords();
  const go = useGo();
  const params = { id };
  const quiet = useWrite('quietReportAlert', { about: ABOUT, onDone: () => sayDone(t.saved) });
  const remove = useWrite('removeReportAlert', {
    about: ABOUT,
    onDone: () => {
      sayDone(t.removed);
      go('/analytics/alerts');
    },
  });
  if (!useMay()('reports:write')) return null;
  const isQuiet = isMuted || (snoozedUntil !== undefined && Date.parse(snoozedUntil) > Date.now());
  const pause = (hours: number) => {
    const until = new Date(Date.now() + hours * HOUR_MS).toISOString();
    quiet.mutate({ params, body: { isMuted: false, until } });
  };
  return (
    <>
      <ConfirmButton
        title={t.alerts.removeTitle}
        text={t.alerts.removeText}
        verb={t.remove}
        onConfirm={() => remove.mutateAsync({ params })}
      >
        {t.remove}
      </ConfirmButton>
      {isQuiet ? (
        <Button
          variant="default"
          loading={quiet.isPending}
          onClick={() => quiet.mutate({ params, body: { isMuted: false } })}
        >
          {t.alerts.loud}
        </Button>
      ) : (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="default"
              loading={quiet.isPending}
              leftSection={<BellOff size={14} aria-hidden />}
            >
              {t.alerts.quiet}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {SNOOZES.map((hours) => (
              <Menu.Item key={hours} onClick={() => pause(hours)}>
                {t.alerts.snooze(hours)}
              </Menu.Item>
            ))}
            <Menu.Item onClick={() => quiet.mutate({ params, body: { isMuted: true } })}>
              {t.alerts.mute}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}
