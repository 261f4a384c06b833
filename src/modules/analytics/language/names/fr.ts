import { dimensions } from './dimensions/fr.ts';
import { measures } from './measures/fr.ts';
import { reports } from './reports/fr.ts';
import { values } from './values/fr.ts';

export const NAMES = { measures, dimensions, values, reports };
