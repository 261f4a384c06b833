// The process that runs one scenario once: told which by its arguments, tells the figures to its parent.
import { pathToFileURL } from 'node:url';
import type { Scenario } from './scenario.ts';

const [file = '', options = '{}'] = process.argv.slice(2);
const loaded: { readonly scenario: Scenario } = await import(pathToFileURL(file).href);
const figures = await loaded.scenario.run(JSON.parse(options));
const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
process.send?.({ ...figures, peakRssMb });
process.disconnect?.();
