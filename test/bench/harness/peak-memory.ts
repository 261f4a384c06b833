import { readFile } from 'node:fs/promises';

/** The most that this process has had in memory, in MB; 0 where there is no /proc to read it from. */
export async function peakMb(pid: number): Promise<number> {
  if (process.platform !== 'linux') return 0;
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
