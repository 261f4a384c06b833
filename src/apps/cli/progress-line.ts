import type { ImportProgress } from '../../modules/exchange/index.ts';

type Output = { readonly out: NodeJS.WritableStream; readonly isTerminal: boolean };

const EVERY_MS = 200;

/** One line that is written over as an import goes on; nothing where nobody watches. */
export function progressLine({ out, isTerminal }: Output): {
  readonly show: (progress: ImportProgress) => void;
  readonly clear: () => void;
} {
  let shownAt = 0;
  return {
    show: (progress) => {
      if (!isTerminal || performance.now() - shownAt < EVERY_MS) return;
      shownAt = performance.now();
      out.write(`\r\x1b[K${progressText(progress)}`);
    },
    clear: () => {
      if (isTerminal && shownAt > 0) out.write('\r\x1b[K');
    },
  };
}

/** `importing 1,200 of 25,000 products, 412/s, 58 s left`. */
export function progressText(progress: ImportProgress): string {
  const whole = (value: number) => Math.round(value).toLocaleString('en');
  if (progress.step === 'reading') {
    const share = progress.bytesTotal === 0 ? 100 : (100 * progress.bytes) / progress.bytesTotal;
    return `reading ${(progress.bytes / 1e6).toFixed(1)} MB (${share.toFixed(0)} %)`;
  }
  const total = progress.productsTotal === undefined ? '' : ` of ${whole(progress.productsTotal)}`;
  const left = progress.secondsLeft === undefined ? '' : `, ${whole(progress.secondsLeft)} s left`;
  const speed = progress.productsPerSecond === 0 ? '' : `, ${whole(progress.productsPerSecond)}/s`;
  return `${progress.step} ${whole(progress.products)}${total} products${speed}${left}`;
}
