import { countdown, duration } from '../../../templates/formats/words.ts';
import type { Language } from '../../../templates/formats/language.ts';

/**
 * Countdowns by the portal's clock: its reading in the page and this computer's monotonic counter, never the visitor's
 * clock. The clock is asked again after sleep, on return to the page and when the network comes back.
 */
interface Clock {
  /** Portal time minus `performance.now()`, ms. */
  base: number;
}

const language = (): Language => {
  const lang = document.documentElement.lang;
  return lang === 'kk' || lang === 'en' ? lang : 'ru';
};

const SPOKEN_MS = [24 * 3_600_000, 3_600_000, 10 * 60_000, 60_000];
const SLEPT_MS = 3_000;

let clock: Clock | null = null;
let lastTick = 0;

export function startCountdowns(): void {
  const read = Number(document.querySelector<HTMLMetaElement>('meta[name="portal-now"]')?.content);
  if (!Number.isFinite(read) || read === 0) return;
  const navigation = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
  clock = { base: read - (navigation?.responseStart ?? performance.now()) };
  lastTick = performance.now();
  tick();
  setInterval(tick, 1000);
  addEventListener('pageshow', (event) => event.persisted && void askPortal());
  addEventListener('online', () => void askPortal());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void askPortal());
}

async function askPortal(): Promise<void> {
  const asked = performance.now();
  try {
    const answer = await fetch('/clock', { headers: { accept: 'application/json' } });
    const { now } = (await answer.json()) as { now: number };
    const middle = (asked + performance.now()) / 2;
    clock = { base: now - middle };
    tick();
  } catch {
    // Without an answer the page goes on with what it knew; the next return to the page asks again.
  }
}

function tick(): void {
  if (!clock) return;
  const counter = performance.now();
  const slept = counter - lastTick > SLEPT_MS;
  lastTick = counter;
  if (slept) void askPortal();
  for (const timer of document.querySelectorAll<HTMLElement>('[data-countdown]')) show(timer, clock.base + counter);
}

function show(timer: HTMLElement, now: number): void {
  const left = Number(timer.dataset['countdown']) - now;
  timer.parentElement?.querySelector<HTMLElement>('[data-countdown-asof]')?.setAttribute('hidden', '');
  if (left <= 0) {
    const ended = timer.dataset['ended'] ?? '';
    if (timer.textContent === ended) return;
    timer.textContent = ended;
    say(ended);
    void askPortal();
    return;
  }
  const words = countdown(left, language());
  if (timer.textContent !== words) timer.textContent = words;
  // Silent but for a day, an hour, ten minutes and one minute before the end.
  if (SPOKEN_MS.some((mark) => left <= mark && left > mark - 1000)) say(duration(left, language()));
}

function say(text: string): void {
  const status = document.getElementById('live-status');
  if (status) status.textContent = text;
}
