import { answerThread } from '../../../platform/threads/index.ts';
import { fitTogether, type Gathered, type Together } from './gathered.ts';

answerThread((gathered: Gathered): Together => fitTogether(gathered));
