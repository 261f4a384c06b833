import { Button } from '@mantine/core';
import { SlidersHorizontal } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { LoadingState, Page } from '../../../../platform/cockpit/page/index.ts';
import { useFreshNumbers } from '../report-shown.tsx';
import { SpanLine } from '../span/span-line.tsx';
import { analyticsWords } from '../words.ts';
import { Builder } from './builder.tsx';
import { DownloadMenu } from './download-menu.tsx';
import styles from './explore.module.css';
import { Gallery } from './gallery.tsx';
import { QueryField } from './query-field.tsx';
import { SavedMenu } from './saved-menu.tsx';
import { useExplore } from './use-explore.ts';

// Pictures and tables come with the first question.
const Answer = lazy(async () => ({ default: (await import('./answer.tsx')).Answer }));

/** Any question of numbers: put together by choosing or by writing, side by side; the address is the question. */
export function Screen() {
  const t = analyticsWords();
  const explore = useExplore();
  const [isOpen, setOpen] = useState(false);
  const { text, query } = explore;
  const read = useRead(
    'readExploration',
    { query: { q: text } },
    { about: ['analytics'], isOff: query === undefined, isKept: true },
  );
  useFreshNumbers(read);
  return (
    <Page
      title={t.explore.title}
      about={query === undefined ? t.explore.about : read.data && <SpanLine of={read.data} />}
      actions={
        <>
          <SavedMenu explore={explore} />
          {query !== undefined && <DownloadMenu text={text} />}
        </>
      }
    >
      <div className={styles.layout}>
        <div className={styles.side}>
          <Button
            className={styles.toggle}
            variant="default"
            leftSection={<SlidersHorizontal size={14} />}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {t.explore.builder}
          </Button>
          <div className={styles.builder} data-open={isOpen || undefined}>
            <Builder explore={explore} />
          </div>
        </div>
        <div className={styles.main}>
          <QueryField explore={explore} />
          {query === undefined ? (
            <Gallery explore={explore} />
          ) : (
            <Suspense fallback={<LoadingState lines={10} />}>
              <Answer read={read} query={query} explore={explore} />
            </Suspense>
          )}
        </div>
      </div>
    </Page>
  );
}
