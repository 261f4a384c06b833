/** How long each frame of two seconds was. Runs in the page. */
export async function framesOfTwoSeconds(): Promise<number[]> {
  const times: number[] = [];
  let last = performance.now();
  const end = last + 2_000;
  while (last < end) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  return times;
}
