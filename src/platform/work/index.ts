export { beginPieces, beginWork, cancelWork, undoWork } from './begin.ts';
export { openWorkFile, workCrons, workJob, workJobs } from './job.ts';
export type { ChangedPiece, PieceCircumstances, PieceOutcome, PiecesKind } from './piece.ts';
export { pieceworkJobs } from './piecework.ts';
export { type SheetKind, sheetWork } from './sheet-work.ts';
export { listWork, readWork } from './store.ts';
export type { Work, WorkContext, WorkId, WorkKind, WorkOutcome, WorkResult, WorkState } from './work.ts';
export { BY_THE_SHOP, WorkStopped } from './work.ts';
export { workId } from './work-id.ts';
