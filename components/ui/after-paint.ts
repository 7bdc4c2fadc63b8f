/**
 * Does `work` once what is on its way has been painted: nobody waits for it to see a press answered, and what it measures
 * is laid out already. What it works on may be gone by then.
 */
export function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}
