/** Minutes by which the clock at the arrival is ahead of the clock at the departure; negative when behind. */
export function minutesAhead(departsAt: string, arrivesAt: string): number {
  return offsetMinutesOf(arrivesAt) - offsetMinutesOf(departsAt);
}

/** Minutes of the offset at the end of an ISO instant: 120 for `…+02:00`, 0 for `…Z`. */
function offsetMinutesOf(iso: string): number {
  const match = /([+-])(\d{2}):(\d{2})$/.exec(iso);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}
