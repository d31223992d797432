import { language, say } from './words.js';

const MICROS = 1e6;

/** The language of the page; where it is English, the reader's own kind of it. */
function locale() {
  return language() === 'zh' ? 'zh-CN' : navigator.language.startsWith('en') ? navigator.language : 'en';
}

function number(value, options) {
  return new Intl.NumberFormat(locale(), options).format(value);
}

/** Undefined is said, never shown as 0. */
export function undefinedText() {
  return say('undefined');
}

export function count(value) {
  return value === null || value === undefined ? undefinedText() : number(value, { maximumFractionDigits: 2 });
}

export function percent(value, signed = false) {
  return value === null || value === undefined
    ? undefinedText()
    : number(value, { style: 'percent', maximumFractionDigits: 2, signDisplay: signed ? 'exceptZero' : 'auto' });
}

/** An amount of millionths. */
export function money(micros, currency, digits = 2) {
  return micros === null || micros === undefined
    ? undefinedText()
    : number(micros / MICROS, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function duration(millis) {
  if (millis === null || millis === undefined) {
    return undefinedText();
  }
  const seconds = Math.max(0, millis) / 1000;
  if (seconds < 60) {
    return number(seconds, { maximumFractionDigits: 1 }) + ' s';
  }
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** A figure by its unit: ms, share, count, points. */
export function figure(value, unit) {
  switch (unit) {
    case 'ms':
      return duration(value);
    case 'share':
      return percent(value);
    default:
      return count(value);
  }
}

/** An instant as the API writes it, in the tenant's time. */
export function time(instant, zone, withDay = true) {
  if (!instant) {
    return undefinedText();
  }
  return new Intl.DateTimeFormat(locale(), {
    timeZone: zone,
    ...(withDay ? { dateStyle: 'medium' } : {}),
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(new Date(instant));
}

export function day(date) {
  return date
    ? new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(date + 'T00:00:00Z'))
    : undefinedText();
}

/** The local date of an instant in a zone, yyyy-mm-dd, some days later. */
export function localDate(instant, zone, days = 0) {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date(instant));
  const date = new Date(parts + 'T00:00:00Z');
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
