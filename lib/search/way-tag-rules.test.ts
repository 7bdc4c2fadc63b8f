import { describe, expect, it } from 'vitest';
import { daysTags, listTag, monthTag, routeTag } from '@/lib/sailings/page-tag-rules';
import { wayDays, wayDaysTags, wayListTags, wayMonthTags } from './way-tag-rules';

const direct = [{ routeId: 'FRMRS-TNLGN', daysAfter: 0 }];
const byMarseille = [
  { routeId: 'FRBIA-FRMRS', daysAfter: 0 },
  { routeId: 'FRMRS-TNLGN', daysAfter: 2 },
];

describe('what a kept page of ways says of itself', () => {
  it('is that of the line where one sails directly', () => {
    expect(wayListTags(direct, '2027-07-31')).toEqual([listTag('FRMRS-TNLGN', '2027-07-31')]);
    expect(wayDaysTags(direct, '2027-07-28', 7)).toEqual(daysTags('FRMRS-TNLGN', '2027-07-28', 7));
    expect(wayMonthTags(direct, '2027-12')).toEqual([
      routeTag('FRMRS-TNLGN'),
      monthTag('FRMRS-TNLGN', '2027-12'),
    ]);
  });

  it('is that of both lines where one changes ships, the second also on the days after', () => {
    expect(wayListTags(byMarseille, '2027-07-31')).toEqual([
      listTag('FRBIA-FRMRS', '2027-07-31'),
      listTag('FRMRS-TNLGN', '2027-07-31'),
      listTag('FRMRS-TNLGN', '2027-08-01'),
      listTag('FRMRS-TNLGN', '2027-08-02'),
    ]);
    expect(wayDaysTags(byMarseille, '2027-07-28', 7)).toEqual([
      ...daysTags('FRBIA-FRMRS', '2027-07-28', 7),
      ...daysTags('FRMRS-TNLGN', '2027-07-28', 9),
    ]);
    expect(wayMonthTags(byMarseille, '2027-12')).toEqual([
      routeTag('FRBIA-FRMRS'),
      monthTag('FRBIA-FRMRS', '2027-12'),
      routeTag('FRMRS-TNLGN'),
      monthTag('FRMRS-TNLGN', '2027-12'),
      monthTag('FRMRS-TNLGN', '2028-01'),
    ]);
    expect(wayDays(byMarseille, '2027-07-31')).toHaveLength(4);
  });
});
