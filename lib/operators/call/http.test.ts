import { expect, it, vi } from 'vitest';
import { send, type WireRequest } from './http';

const asked = async (
  answer: Response | Error,
  request: WireRequest = { method: 'GET', path: '/v1/things?a=1' },
) => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const said = await send({ baseUrl: 'https://operator.test/', fetch }, request, AbortSignal.timeout(1_000));
  return { said, url: fetch.mock.calls[0]?.[0], init: fetch.mock.calls[0]?.[1] };
};

it('stays below the base URL of the settings, whether it ends in a slash or not', async () => {
  expect((await asked(Response.json({}))).url).toBe('https://operator.test/v1/things?a=1');
});

it('follows nobody elsewhere', async () => {
  expect((await asked(Response.json({}))).init?.redirect).toBe('error');
});

it('sends JSON, or a form', async () => {
  const json = await asked(Response.json({}), { method: 'POST', path: '/', json: { a: 1 } });
  expect(json.init).toMatchObject({ body: '{"a":1}', headers: { 'content-type': 'application/json' } });
  const form = await asked(Response.json({}), { method: 'POST', path: '/', form: { a: 'é&' } });
  expect(form.init?.body).toBe('a=%C3%A9%26');
});

it.each([400, 404, 409, 422])('%i is for the operator to explain', async (status) => {
  const { said } = await asked(Response.json({ code: 'no' }, { status }));
  expect(said).toMatchObject({ ok: true, value: { status, body: { code: 'no' } } });
});

it('an empty answer has no body', async () => {
  expect((await asked(new Response(null, { status: 204 }))).said).toMatchObject({
    value: { status: 204, body: undefined },
  });
});

it.each([
  ['a page of HTML', new Response('<html>Maintenance</html>'), 'unavailable', 'unknown'],
  ['half an answer', new Response('{"a":'), 'unavailable', 'unknown'],
  ['500', Response.json({}, { status: 500 }), 'unavailable', 'unknown'],
  ['503', new Response('<html>', { status: 503 }), 'unavailable', 'unknown'],
  ['429: nothing was done', new Response('', { status: 429 }), 'unavailable', 'none'],
  [
    'a lost connection',
    new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } }),
    'unavailable',
    'unknown',
  ],
  [
    'a refused connection: nothing was sent',
    new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }),
    'unavailable',
    'none',
  ],
])('%s is no answer', async (_, answer, kind, effect) => {
  expect((await asked(answer)).said).toMatchObject({ ok: false, problem: { kind, effect } });
});
