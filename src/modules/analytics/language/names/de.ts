import { dimensions } from './dimensions/de.ts';
import { measures } from './measures/de.ts';
import { reports } from './reports/de.ts';
import { values } from './values/de.ts';

export const NAMES = { measures, dimensions, values, reports };
