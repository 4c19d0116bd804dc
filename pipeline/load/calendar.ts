const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a year, month or day, as `2013`, `2016-07` or `2015-03-30`, is one that the Gregorian calendar has. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(text)) return false;
  const [year = 0, month = 1, day = 1] = text.split("-").map(Number);
  if (month < 1 || month > 12 || day < 1 || year < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 && !leap ? 28 : (DAYS[month - 1] ?? 0));
}
