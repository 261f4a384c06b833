import { answerThread } from '../../../platform/threads/index.ts';
import { customerValueOf } from './customer-value.ts';

answerThread(customerValueOf);
