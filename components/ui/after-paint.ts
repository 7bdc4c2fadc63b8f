/**
 * Does `work` once what is on its way has been painted: nobody waits for it to see a press answered, and what it measures
 * is laid out already. Answers how to leave it undone.
 */
export function afterPaint(work: () => void): () => void {
  let timer = 0;
  const frame = requestAnimationFrame(() => {
    timer = window.setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
