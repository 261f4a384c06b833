import { Button, Text } from '@mantine/core';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card, Shown } from '../../../../platform/cockpit/page/index.ts';
import { sinceOf } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { staffWords } from '../words.ts';
import { browserName } from './browser-name.ts';
import styles from './profile.module.css';

/** The browsers that one is signed in with, and signing them out. */
export function SessionCard() {
  const t = staffWords().profile;
  const sessions = useRead('listSessions', {}, { about: ['staff', 'sessions'] });
  const end = useWrite('endSession', { about: ['sessions'] });
  const endOthers = useWrite('endOtherSessions', {
    about: ['sessions'],
    onDone: () => sayDone(t.endedOthers),
  });
  const others = (sessions.data?.items ?? []).filter(({ isThis }) => !isThis);
  const endAll = others.length > 0 && (
    <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>
      {t.endOthers}
    </Button>
  );
  return (
    <Card title={t.sessions} about={t.sessionsText} actions={endAll}>
      <Shown of={sessions}>
        {({ items }) => (
          <ul className={styles.list}>
            {items.map(({ id, userAgent, ip, lastSeenAt, isThis }) => (
              <li key={id}>
                <div>
                  <Text size="sm" fw={550} className={styles.agent}>
                    {browserName(userAgent)} {isThis && <StateBadge tone="good">{t.thisBrowser}</StateBadge>}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {ip} · {t.seen(sinceOf(lastSeenAt))}
                  </Text>
                </div>
                {!isThis && (
                  <Button variant="default" onClick={() => end.mutate({ params: { id } })}>
                    {t.end}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Card>
  );
}
