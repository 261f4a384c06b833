import { Button } from '@mantine/core';
import { type Asking, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import styles from '../decisions.module.css';
import { decisionWords, named } from '../words.ts';

/** What a rule would have done in the last four weeks, before it is given. */
export function Trial({
  kind,
  of: body,
}: {
  readonly kind: string;
  readonly of: Asking<'tryMandate'>['body'];
}) {
  const t = decisionWords();
  const trying = useWrite('tryMandate', { about: [] });
  const told = trying.data;
  return (
    <div className={styles.stack}>
      <div>
        <Button
          size="xs"
          variant="light"
          loading={trying.isPending}
          onClick={() => trying.mutate({ params: { kind }, body })}
        >
          {t.mandate.try}
        </Button>
      </div>
      {told && (
        <output className={styles.banner}>
          <div>
            <strong>{t.mandate.tried(told.done, told.proposed, told.days)}</strong>
            <div className={styles.quiet}>
              {t.mandate.triedMoney(moneyOf(told.amount), moneyOf(told.value))}
            </div>
            {told.asked.length > 0 && (
              <div className={styles.quiet}>
                {t.mandate.triedAsked}{' '}
                {told.asked.map(({ why, count }) => `${count} × ${named(t.steps, why)}`).join(', ')}
              </div>
            )}
          </div>
        </output>
      )}
    </div>
  );
}
