import { describe, expect, it, vi } from 'vitest';
import { answered, type OperatorAnswer, problem } from './answer';
import type { WireResponse } from './call/http';
import { type Token, withToken } from './token';

const response = (status: number): OperatorAnswer<WireResponse> =>
  answered({ status, headers: new Headers(), body: undefined });

/** A door that opens with the newest token only, each good for ten minutes. */
function door() {
  let time = 0;
  let made = 0;
  const obtain = vi.fn(async (_: Token | null): Promise<OperatorAnswer<Token>> => {
    made++;
    return answered({ value: `t${made}`, expiresAtMs: time + 600_000, renewal: `r${made}` });
  });
  const request = vi.fn(async (token: string) => response(token === `t${made}` ? 200 : 401));
  const ask = withToken({ obtain, isStale: ({ status }) => status === 401, now: () => new Date(time) });
  return {
    obtain,
    request,
    ask: () => ask(request),
    pass: (ms: number) => {
      time += ms;
    },
    /** The operator has forgotten every token it gave. */
    forget: () => {
      made++;
    },
  };
}

describe('a token', () => {
  it('is fetched once for all who need it at the same time, and kept', async () => {
    const { ask, obtain } = door();
    await Promise.all([ask(), ask(), ask()]);
    await ask();
    expect(obtain).toHaveBeenCalledTimes(1);
  });

  it('is renewed shortly before it ends, with what renews it', async () => {
    const { ask, obtain, pass } = door();
    await ask();
    pass(579_999);
    await ask();
    expect(obtain).toHaveBeenCalledTimes(1);
    pass(1);
    await ask();
    expect(obtain).toHaveBeenLastCalledWith(expect.objectContaining({ renewal: 'r1' }), expect.anything());
  });

  it('that is refused before its time is replaced, and the request made once more', async () => {
    const { ask, obtain, request, forget } = door();
    await ask();
    forget();
    const answers = await Promise.all([ask(), ask()]);
    expect(answers.map((answer) => answer.ok && answer.value.status)).toEqual([200, 200]);
    expect(obtain).toHaveBeenCalledTimes(2);
    expect(request).toHaveBeenCalledTimes(5);
  });

  it('that is refused although new ends there: nobody goes round in circles', async () => {
    const { ask, request } = door();
    request.mockImplementation(async () => response(401));
    expect(await ask()).toMatchObject({ value: { status: 401 } });
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('that cannot be had is no answer, and nothing was done', async () => {
    const { ask, obtain, request } = door();
    obtain.mockImplementation(async () => problem({ kind: 'refused', reason: 'ACCES_REFUSE' }));
    expect(await ask()).toMatchObject({ problem: { kind: 'unavailable', effect: 'none' } });
    obtain.mockImplementation(() => Promise.reject(new DOMException('late', 'TimeoutError')));
    expect(await ask()).toMatchObject({ problem: { kind: 'unavailable', effect: 'none' } });
    expect(request).not.toHaveBeenCalled();
  });
});
