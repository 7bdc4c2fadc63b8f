/** The bear that runs along the water while something loads, with a sentence that says what we wait for. */
export function RunningBear({ sentence }: { readonly sentence: string }) {
  return (
    <div className="wait" role="status">
      <div className="wait__run" aria-hidden="true">
        <img src="/bear.svg" alt="" width={84} height={56} />
      </div>
      <p className="small">{sentence}</p>
    </div>
  );
}
