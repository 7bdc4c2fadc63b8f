import { describe, expect, it } from 'vitest';
import { readJson } from './read-body';

const post = (body: BodyInit, type = 'application/json') =>
  new Request('http://api.test/', { method: 'POST', body, headers: { 'content-type': type } });

describe('what a door reads', () => {
  it('takes JSON and gives its text with it', async () => {
    expect(await readJson(post('{"a":1}'))).toEqual({ ok: true, value: { json: { a: 1 }, text: '{"a":1}' } });
  });

  it.each([
    ['half a document', '{"a":', 'invalid-json'],
    ['nothing', '', 'invalid-json'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x22]), 'invalid-json'],
    ['a NUL that the database cannot keep', '{"a":"\\u0000"}', 'invalid-json'],
    ['more than 64 KiB', JSON.stringify('x'.repeat(70_000)), 'body-too-large'],
  ])('refuses %s', async (_, body, code) => {
    const read = await readJson(post(body));
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.refusal.code).toBe(code);
  });

  it('refuses what does not say that it is JSON', async () => {
    const read = await readJson(post('a=1', 'application/x-www-form-urlencoded'));
    expect(!read.ok && read.refusal.code).toBe('unsupported-media-type');
  });
});
