import { tell } from './tell.ts';

/** A burst of layout shifts ends after a second of rest, or when it is five long (web.dev/articles/cls). */
const REST_MS = 1_000;
const BURST_MS = 5_000;
/** Of every so many interactions one may be slow by chance (web.dev/articles/inp). */
const ONE_IN = 50;

/** Measures the Core Web Vitals as they are defined, and comes to what tells them, once, when the page goes away. */
export function measureVitals(): () => void {
  let paintMs: number | undefined;
  let firstMs: number | undefined;
  const slowest = new Map<number, number>();
  const shifts = burstsOfShifts();
  observe('largest-contentful-paint', ({ startTime }) => {
    paintMs = startTime;
  });
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') firstMs = startTime;
  });
  observe('layout-shift', (entry) => {
    const isOwn = 'hadRecentInput' in entry && !entry.hadRecentInput;
    if (isOwn && 'value' in entry) shifts.add(entry.startTime, Number(entry.value));
  });
  for (const type of ['event', 'first-input']) {
    observe(type, (entry) => {
      const id = entry instanceof PerformanceEventTiming ? entry.interactionId : 0;
      if (id) slowest.set(id, Math.max(entry.duration, slowest.get(id) ?? 0));
    });
  }
  let isTold = document.visibilityState === 'hidden';
  return () => {
    // A page that was opened behind another one says nothing of how fast the shop is.
    if (isTold) return;
    isTold = true;
    const [navigation] = performance.getEntriesByType('navigation');
    const isTimed = navigation instanceof PerformanceNavigationTiming;
    const durations = [...slowest.values()].toSorted((a, b) => b - a);
    if (isTimed && navigation.responseStart > 0) tellVital('TTFB', navigation.responseStart);
    tellVital('FCP', firstMs);
    tellVital('LCP', paintMs);
    if (isObservable('layout-shift')) tellVital('CLS', shifts.worst(), 4);
    tellVital('INP', durations[Math.floor(interactions(slowest) / ONE_IN)]);
  };
}

function interactions(seen: ReadonlyMap<number, number>): number {
  return 'interactionCount' in performance ? Number(performance.interactionCount) : seen.size;
}

function burstsOfShifts() {
  let [began, last, sum, worst] = [0, 0, 0, 0];
  return {
    add: (startTime: number, value: number) => {
      const goesOn = sum > 0 && startTime - last < REST_MS && startTime - began < BURST_MS;
      [began, last, sum] = [goesOn ? began : startTime, startTime, goesOn ? sum + value : value];
      worst = Math.max(worst, sum);
    },
    worst: () => worst,
  };
}

function tellVital(metric: string, value: number | undefined, digits = 0): void {
  if (value !== undefined) tell('web_vital', { metric, metric_value: Number(value.toFixed(digits)) });
}

function isObservable(type: string): boolean {
  return PerformanceObserver.supportedEntryTypes.includes(type);
}

function observe(type: string, take: (entry: PerformanceEntry) => void): void {
  if (!isObservable(type)) return;
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
  // `durationThreshold`: the least that browsers report of events.
  const wanted = { type, buffered: true, durationThreshold: 16 };
  observer.observe(wanted);
}
