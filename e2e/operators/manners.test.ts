import { describe, expect, it } from 'vitest';
import { CANDIDATES, openHouse } from './companies';
import { onStage } from './stage';

describe.each(CANDIDATES)('how $name is spoken with', (candidate) => {
  const stage = onStage(candidate);
  const { offers, ticketOf, query } = stage;

  describe('an answer', () => {
    it('with fields that nobody knows is read like any other', async () => {
      const plain = await offers();
      await stage.house.faults({ talkative: true });
      expect(await offers()).toEqual(plain);
      const { ticket } = await ticketOf();
      expect(ticket.totalCents).toBeGreaterThan(0);
    });

    it.each(candidate.required)('without %s is none', async (field) => {
      await stage.house.faults({ missing: [field] });
      expect(await stage.house.port.offers(query)).toMatchObject({
        problem: { kind: 'wrong-answer', effect: 'none' },
      });
    });

    it('that is nonsense is asked for again; one that stays so is a problem, not an exception', async () => {
      await stage.house.faults({ mode: 'nonsense', times: 1 });
      expect((await offers()).length).toBeGreaterThan(0);
      await stage.house.faults({ mode: 'nonsense' });
      expect(await stage.house.port.offers(query)).toMatchObject({ problem: { kind: 'unavailable' } });
      await stage.house.faults({ mode: 'down' });
      expect(await stage.house.port.offers(query)).toMatchObject({
        problem: { kind: 'unavailable', effect: 'none' },
      });
      expect(await stage.house.port.cancel('1')).toMatchObject({
        problem: { kind: 'unavailable', effect: 'unknown' },
      });
    });
  });

  it('says whether it tells anything by itself, and does what it says', () => {
    const told = stage.house.port.readWebhook({ headers: {}, body: '{}' }, stage.house.now());
    const can = stage.house.port.capabilities.has('webhook');
    expect(can).toBe(candidate.front().webhook !== undefined);
    expect(told).toMatchObject({ problem: { kind: can ? 'refused' : 'unsupported' } });
  });

  it('goes on through the end of a token, of its renewal, and a company that has forgotten both', async () => {
    for (const minutes of [0, 4, 11, 25 * 60]) {
      stage.house.pass(minutes);
      expect((await stage.house.port.timetable(query)).ok).toBe(true);
    }
    await stage.house.restart();
    expect((await stage.house.port.timetable(query)).ok).toBe(true);
    const figures = stage.house.metrics.figures().find(({ operation }) => operation === 'timetable');
    expect(Object.keys(figures?.outcomes ?? {})).toEqual(['ok']);
  });

  it('that hangs is left alone in the end, and costs nobody more than the time it is given', async () => {
    const hanging = await openHouse(candidate, {
      attemptMs: 300,
      attempts: 1,
      threshold: 2,
      restMs: 600_000,
    });
    await hanging.faults({ mode: 'timeout' });
    const ask = () => hanging.port.offers(query);
    expect(await ask()).toMatchObject({ problem: { kind: 'unavailable', why: 'late' } });
    expect(await ask()).toMatchObject({ problem: { kind: 'unavailable', why: 'late' } });
    expect(await ask()).toMatchObject({ problem: { kind: 'unavailable', why: 'resting' } });
    await hanging.stop();
  });
});
