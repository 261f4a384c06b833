export { Chart } from './chart.tsx';
export type { ChartOptions } from './engine.ts';
