import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Check, ExternalLink } from 'lucide-react';
import { type Told, useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import styles from './start.module.css';
import { startWords } from './words.ts';

type Step = Told<'readSetup'>['steps'][number];

/** Where each step is done; the last is done in the shop itself, as a shopper does it. */
const PLACES: Readonly<Record<Step['name'], string>> = {
  shop: '/settings/shop',
  products: '/imports/new',
  delivery: '/settings/shipping',
  taxes: '/settings/taxes',
  payments: '/settings/payments',
  address: '/settings/domains',
  order: '/',
};

/** The steps from an empty shop to its first sale, each with the way to it, the next one open. */
export function Screen() {
  const t = startWords();
  const setup = useRead(
    'readSetup',
    {},
    { about: ['markets', 'catalog', 'shipping', 'taxes', 'payments', 'orders'] },
  );
  return (
    <Page title={t.title} about={t.about} isNarrow>
      <Shown of={setup}>
        {({ steps, canSell }) => {
          const done = steps.filter(({ isDone }) => isDone).length;
          const next = steps.find(({ isDone }) => !isDone);
          return (
            <Card>
              <div className={styles.head}>
                <p>{canSell ? t.canSell : t.cannotSell}</p>
                <progress value={done} max={steps.length} aria-label={t.progress(done, steps.length)} />
                <span>{t.progress(done, steps.length)}</span>
              </div>
              <ol className={styles.steps}>
                {steps.map((step) => (
                  <StepRow key={step.name} step={step} isNext={step === next} />
                ))}
              </ol>
            </Card>
          );
        }}
      </Shown>
    </Page>
  );
}

function StepRow({ step: { name, isDone }, isNext }: { readonly step: Step; readonly isNext: boolean }) {
  const t = startWords();
  const words = t.steps[name];
  const look = { size: 'xs', variant: isNext ? 'filled' : 'default' } as const;
  return (
    <li className={styles.step} data-done={isDone || undefined} aria-current={isNext ? 'step' : undefined}>
      <span className={styles.mark} role="img" aria-label={isDone ? t.done : t.open}>
        {isDone && <Check size={14} strokeWidth={2.5} aria-hidden />}
      </span>
      <div className={styles.words}>
        <h2>{words.title}</h2>
        <p>{words.text}</p>
      </div>
      {name === 'order' ? (
        <Button {...look} component="a" href="/" target="_blank" rightSection={<ExternalLink size={13} />}>
          {words.act}
        </Button>
      ) : (
        <Button {...look} component={Link} to={PLACES[name]}>
          {isDone ? t.look : words.act}
        </Button>
      )}
    </li>
  );
}
