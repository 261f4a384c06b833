import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { bytesOf, sinceOf } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge, type Tone } from '../../../../platform/cockpit/value/index.ts';
import { cappedOf, durationOf } from './measures.ts';
import styles from './system.module.css';
import { systemWords } from './words.ts';

type Health = Told<'readSystemHealth'>;
export type CheckState = Health['disk']['state'];

export const TONES: Readonly<Record<CheckState, Tone>> = {
  good: 'good',
  warning: 'waiting',
  bad: 'bad',
  off: 'neutral',
};

/** Each part of the shop with how it stands. */
export function Parts({ health }: { readonly health: Health }) {
  const { database, worker, events, mail, disk, deadLetters, backups } = health;
  const t = systemWords();
  const lag = (seconds: number) => (seconds > 0 ? t.lag(durationOf(seconds)) : t.noLag);
  return (
    <div className={styles.parts}>
      <Part name={t.parts.database} state={database.state}>
        {t.database(database.tookMs, database.connections, database.mostConnections)}
      </Part>
      <Part name={t.parts.worker} state={worker.state}>
        {worker.workers === 0 ? t.noWorker : t.workers(worker.workers)}
        <Dim>{`${t.waiting(cappedOf(worker.waiting, 100_000))} · ${lag(worker.lagSeconds)}`}</Dim>
      </Part>
      <Part name={t.parts.events} state={events.state}>
        {t.waiting(cappedOf(events.waiting, 10_000))}
        <Dim>{lag(events.lagSeconds)}</Dim>
      </Part>
      <Part name={t.parts.mail} state={mail.state}>
        {mail.state === 'off' ? t.mailOff : mail.state === 'good' ? t.mailWorks : mail.problem}
      </Part>
      <Part name={t.parts.disk} state={disk.state}>
        {t.free(bytesOf(disk.freeBytes), bytesOf(disk.totalBytes))}
      </Part>
      <Part name={t.parts.deadLetters} state={deadLetters.state}>
        {deadLetters.open === 0 ? t.deadNone : `${t.deadSome(deadLetters.open)} · `}
        {deadLetters.open > 0 && (
          <Anchor component={Link} to="/system/given-up" size="sm" underline="always">
            {t.look}
          </Anchor>
        )}
      </Part>
      <Part name={t.parts.backups} state={backups.state}>
        {backups.lastAt === undefined ? t.backupNone : t.backupLast(sinceOf(backups.lastAt))}
        {backups.failure !== '' && <Dim>{backups.failure}</Dim>}
        {' · '}
        <Anchor component={Link} to="/settings/backups" size="sm" underline="always">
          {t.look}
        </Anchor>
      </Part>
    </div>
  );
}

function Part(props: { readonly name: string; readonly state: CheckState; readonly children: ReactNode }) {
  const { name, state, children } = props;
  return (
    <section className={styles.part} aria-label={name}>
      <header>
        <h2>{name}</h2>
        <StateBadge tone={TONES[state]}>{systemWords().states[state]}</StateBadge>
      </header>
      <p>{children}</p>
    </section>
  );
}

function Dim({ children }: { readonly children: string }) {
  return (
    <>
      <br />
      <span className={styles.dim}>{children}</span>
    </>
  );
}

/** Versions and sizes, as one tells them to whoever helps. */
export function versionFacts(versions: Told<'readSystemVersions'>, sizeBytes: number | undefined) {
  const t = systemWords();
  return [
    ['Institor', versions.institor],
    ['Node.js', versions.node],
    ['PostgreSQL', versions.postgresql],
    [t.migrations, t.migrated(versions.migrations.count, versions.migrations.last)],
    [t.size, sizeBytes === undefined ? undefined : bytesOf(sizeBytes)],
    [t.runsOn, versions.platform],
  ] as const;
}
