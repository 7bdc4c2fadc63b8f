import { expect, it } from 'vitest';
import { type Parcel, pack, unpack } from './parcel';

it('a page arrives as it was sent, byte for byte', async () => {
  const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  const parcel = {
    seq: 3,
    lastModified: 1_795_000_000_000,
    cacheControl: { revalidate: 300, expire: 3600 },
    value: {
      kind: 'APP_PAGE',
      html: '<p>S&#232;te, « 85 € »</p>',
      rscData: Buffer.concat([Buffer.from('0:["€ 🐻"]'), everyByte]),
      headers: { 'x-next-cache-tags': 'a,b', vary: ['rsc', 'accept'] },
      postponed: undefined,
      status: undefined,
      segmentData: new Map([['/_tree', everyByte]]),
    },
  } as unknown as Parcel;
  expect(await unpack(await pack(parcel))).toEqual(parcel);
  const route = {
    ...parcel,
    value: { kind: 'APP_ROUTE', body: everyByte, headers: {}, status: 200 },
  } as never;
  expect(await unpack(await pack(route))).toEqual(route);
});

it('what is no page is refused', async () => {
  await expect(unpack('bm9uc2Vuc2U=')).rejects.toThrow();
});
