import { answerThread } from '../../../platform/threads/index.ts';
import { replayShop } from './replay-shop.ts';

answerThread(replayShop);
