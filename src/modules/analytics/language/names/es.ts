import { dimensions } from './dimensions/es.ts';
import { measures } from './measures/es.ts';
import { reports } from './reports/es.ts';
import { values } from './values/es.ts';

export const NAMES = { measures, dimensions, values, reports };
