import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type Exchange, sendHtml, sendJson } from '../http-server';
import type { Journal } from '../journal';

export type Answer = {
  readonly status: number;
  readonly body?: unknown;
};

const controlInput = z.strictObject({
  /** `down` answers 503, `timeout` never answers, `nonsense` answers HTML, `slow` answers after `delayMs`. */
  mode: z.enum(['ok', 'down', 'timeout', 'nonsense', 'slow']).optional(),
  delayMs: z.number().int().min(0).max(120_000).optional(),
  /** For how many requests the mode holds; without it until it is changed. */
  times: z.number().int().min(1).nullable().optional(),
  /** The mode is for requests whose `METHOD /path` has this in it; all without it. */
  only: z.string().optional(),
  /** The work is done all the same, only the answer is lost. */
  applied: z.boolean().optional(),
  /** Sailings for which nothing is sold; `*` means all. */
  refused: z.array(z.string()).optional(),
  /** Fields that are missing wherever they would be said. */
  missing: z.array(z.string()).optional(),
  /** Every object says something that nobody knows of. */
  talkative: z.boolean().optional(),
  /** Whatever is told of itself is told twice: items of a list, webhooks. */
  twice: z.boolean().optional(),
  /** Happenings a minute of the sandbox's clock: what others buy, other ships, delays. 0 stands still. */
  pace: z.number().min(0).max(100).optional(),
});
export type Control = Required<z.infer<typeof controlInput>>;

const NORMAL: Control = {
  mode: 'ok',
  delayMs: 2_000,
  times: null,
  only: '',
  applied: false,
  refused: [],
  missing: [],
  talkative: false,
  twice: false,
  pace: 0,
};
const HANG_MS = 120_000;

/** What an operator has been told to do wrong; kept over restarts. */
export class Faults {
  readonly #journal: Journal;
  readonly #normal: Control;
  readonly #listings: readonly string[];

  /** `listings` are the fields whose items come twice when told so. */
  constructor(journal: Journal, normal: Partial<Control> = {}, listings: readonly string[] = []) {
    this.#journal = journal;
    this.#listings = listings;
    this.#normal = { ...NORMAL, ...normal };
  }

  get control(): Control {
    return { ...this.#normal, ...this.#journal.get<Control>('control') };
  }

  refuses(sailingId: string): boolean {
    const { refused } = this.control;
    return refused.includes(sailingId) || refused.includes('*');
  }

  /** `GET /_control` shows what is set, `POST` changes it, `DELETE` puts everything back; `more` is shown beside it. */
  async serve({ method, body, response }: Exchange, more: () => object): Promise<void> {
    if (method === 'DELETE') this.#journal.put([['control', this.#normal]]);
    if (method === 'POST') {
      const parsed = controlInput.safeParse(parseJson(body));
      if (!parsed.success) return sendJson(response, 400, { error: z.prettifyError(parsed.error) });
      this.#journal.put([['control', { ...this.control, ...parsed.data }]]);
    }
    sendJson(response, 200, { ...this.control, ...more() });
  }

  /** Answers a request as well or as badly as told. `work` is not called when the answer is lost and nothing is done. */
  async answer({ method, url, response }: Exchange, work: () => Answer | Promise<Answer>): Promise<void> {
    const { mode, delayMs, applied, ...how } = this.#take(`${method} ${url.pathname}`);
    if (mode === 'slow') await sleep(delayMs);
    const working = mode === 'ok' || mode === 'slow';
    const answer = working || applied ? await work() : null;
    if (working && answer) {
      if (answer.body === undefined) return void response.writeHead(answer.status).end();
      return sendJson(response, answer.status, distorted(answer.body, how, this.#listings));
    }
    if (mode === 'nonsense') return sendHtml(response, 200, '<html><body>Maintenance</body></html>');
    if (mode === 'down') return sendJson(response, 503, { code: 'unavailable' });
    await sleep(HANG_MS, undefined, { ref: false });
    response.destroy();
  }

  /** What holds for this request, counting it. */
  #take(request: string): Control {
    const control = this.control;
    if (control.mode === 'ok') return control;
    if (!request.includes(control.only)) return { ...control, mode: 'ok' };
    if (control.times === null) return control;
    const left = control.times - 1;
    const next = left > 0 ? { ...control, times: left } : { ...control, mode: 'ok' as const, times: null };
    this.#journal.put([['control', next]]);
    return control;
  }
}

/** The same with fields taken out, others put in, and items of lists said twice. */
function distorted(
  value: unknown,
  how: Pick<Control, 'missing' | 'talkative' | 'twice'>,
  listings: readonly string[],
): unknown {
  const inner = (each: unknown) => distorted(each, how, listings);
  if (Array.isArray(value)) return value.map(inner);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value)
    .filter(([key]) => !how.missing.includes(key))
    .map(([key, each]) => {
      const said = inner(each);
      const doubled = how.twice && listings.includes(key) && Array.isArray(said);
      return [key, doubled ? said.flatMap((item) => [item, item]) : said];
    });
  return { ...Object.fromEntries(fields), ...(how.talkative && { neu: { seit: 'heute' } }) };
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
