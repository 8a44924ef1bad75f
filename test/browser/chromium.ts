/** One Chromium for a test file, and contexts that keep what a reader's browser would complain about. */
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: FLAGS,
    timeout: 60_000,
  });
}

/**
 * A context whose faults are kept: errors on the console (a refusal of the Content Security Policy is one), exceptions
 * in scripts, requests to any origin but `own` (`null`: to anything but the disk), and answers that failed.
 */
export async function watched(
  browser: Browser,
  own: string | null,
  options: BrowserContextOptions = {},
): Promise<{ readonly context: BrowserContext; readonly faults: readonly string[] }> {
  const context = await browser.newContext({ locale: 'pl-PL', timezoneId: 'Europe/Warsaw', ...options });
  context.setDefaultTimeout(8000);
  const faults: string[] = [];
  context.on('console', (message) => {
    // The page that says that there is no such page is itself a 404.
    if (message.text().includes('404') && message.location().url === message.page()?.url()) return;
    if (message.type() === 'error' || message.type() === 'warning')
      faults.push(`${message.page()?.url()}: ${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`${error.page()?.url()}: ${error.error().message}`));
  context.on('request', (request) => {
    const url = request.url();
    if (own === null ? !url.startsWith('file:') : new URL(url).origin !== own)
      faults.push(`request to ${url} from ${request.frame().url()}`);
  });
  context.on('requestfailed', (request) => {
    // A click on a download or on the next link cuts the request of the page short.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      faults.push(`${request.url()}: ${request.failure()?.errorText}`);
  });
  return { context, faults };
}
