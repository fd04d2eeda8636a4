import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { chromiumLaunchOptions } from '../../activities/print/chromium.ts';
import { demoPassword } from '../../api/demo-people.ts';
import { DEVELOPMENT_PASSWORD } from '../../tools/certificate-authority/issue.ts';

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 390, height: 844 };

export type PageLanguage = 'kk' | 'ru';

/** A person at a browser of their own, with what the browser complained about. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  language: PageLanguage;
  /** Errors of the console and of scripts, with the address of the page. */
  complaints: string[];
  /** Opens a page of the portal. @throws Error when it answers with an error */
  open(path: string): Promise<void>;
}

export interface Coming {
  language: PageLanguage;
  /** Login of a person of the demo data; a visitor without one stays outside. */
  login?: string;
  viewport?: { width: number; height: number };
  script?: boolean;
}

export const launch = async (): Promise<Browser> => chromium.launch(await chromiumLaunchOptions());

/** Comes to the portal with a browser that asks for `language`, and signs in. */
export async function comes(browser: Browser, { language, login, viewport = WIDE, script = true }: Coming): Promise<Visitor> {
  const { baseUrl } = inject('portal');
  const context = await browser.newContext({
    ...{ baseURL: baseUrl, viewport, javaScriptEnabled: script, locale: language, reducedMotion: 'reduce' },
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()} ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
  // A person's saved language comes before the browser's: this browser chooses its own.
  await context.addCookies([{ name: 'zakup-language', value: language, url: baseUrl }]);
  const visitor: Visitor = {
    ...{ page, context, language, complaints },
    async open(path) {
      const answer = await page.goto(path);
      if (!answer?.ok()) throw new Error(`${path} answered ${answer?.status()}: ${await page.title()}`);
    },
  };
  if (login) await signIn(visitor, login);
  return visitor;
}

async function signIn({ page }: Visitor, login: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('#login').fill(login);
  await page.locator('#password').fill(demoPassword(login));
  await page.locator('main form button.govuk-button:not([type=button])').click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Gives the browser a key of the demo data and its password. */
export async function giveKey(page: Page, key: string, password: string = DEVELOPMENT_PASSWORD): Promise<void> {
  await page.locator('[data-eds-file]').setInputFiles(keyFile(key));
  await page.locator('[data-eds-password]').fill(password);
}

export const keyFile = (key: string): string => join(inject('portal').dataDir, 'ca', 'keys', `${key}.p12`);

/** What the page says, in order; no-break spaces are spaces. */
export const readsPage = async (page: Page): Promise<string> => plain(await page.locator('main').innerText());

export const plain = (text: string): string => text.replace(/[\u00a0\u202f\s]+/g, ' ').trim();
