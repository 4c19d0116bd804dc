import { isCalendarDate } from "./calendar.ts";

/** A quarter, half-year or week of a year, and a year that begins in one calendar year and ends in the next. */
const OTHER = /^\d{4}(?:-(?:Q[1-4]|H[12]|W(?:0[1-9]|[1-4]\d|5[0-3]))|\/\d{2}(?:\d{2})?)$/;

/** Whether a text is a period: 2018, 2018-03, 2018-03-15, 2018-Q1, 2018-H1, 2018-W07 or 2018/19. */
export const isPeriod = (text: string): boolean =>
  OTHER.test(text) || (/^\d{4}(?:-\d{2}){0,2}$/.test(text) && isCalendarDate(text));

/** What a period looks like, for a hint. */
export const PERIODS = "periods are written as 2018, 2018-03, 2018-03-15, 2018-Q1, 2018-H1 or 2018/19";

/** A period as a part of a figure's id: 2018-Q1 is 2018_q1. */
export const periodName = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, "_");
