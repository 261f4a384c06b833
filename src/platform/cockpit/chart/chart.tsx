import { useMantineColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { LoadingState } from '../page/states.tsx';
import type { ChartOptions } from './engine.ts';

/**
 * A chart, drawn by ECharts, which is loaded with the first one. `label` says in words what it shows; the numbers
 * themselves stand in a table beside it or behind it.
 */
export function Chart(props: {
  readonly label: string;
  readonly height?: number;
  readonly options: ChartOptions;
}) {
  const { label, height = 260, options } = props;
  const frame = useRef<HTMLDivElement>(null);
  const { colorScheme } = useMantineColorScheme();
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    let isGone = false;
    let end = () => {};
    void import('./engine.ts').then(({ draw }) => {
      if (!isGone) end = draw(element, options, getComputedStyle(element));
    });
    return () => {
      isGone = true;
      end();
    };
  }, [options, colorScheme]);
  return (
    <figure role="img" aria-label={label} style={{ margin: 0 }}>
      <div ref={frame} style={{ height }}>
        <LoadingState lines={4} />
      </div>
    </figure>
  );
}
