import { answerThread } from '../../../platform/threads/index.ts';
import { findPairs } from './find-pairs.ts';

answerThread(findPairs);
