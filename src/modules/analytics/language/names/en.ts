import { dimensions } from './dimensions/en.ts';
import { measures } from './measures/en.ts';
import { reports } from './reports/en.ts';
import { values } from './values/en.ts';

export const NAMES = { measures, dimensions, values, reports };
