/** Passkeys in a real browser with a virtual device: added, asked for, refused, removed. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { secondFactorMessages } from '../../src/text/second-factor.ts';
import { signInMessages } from '../../src/text/sign-in.ts';
import { launch, watched } from './chromium.ts';
import { PASSWORD, startOffice, type OfficeServer } from './office-people.ts';

const t = secondFactorMessages('pl');
const s = signInMessages('pl');
const HERE = '/office/account/second-factor';
let browser: Browser;
let office: OfficeServer;
const allFaults: (readonly string[])[] = [];

before(async () => {
  [browser, office] = await Promise.all([launch(), startOffice()]);
});
after(async () => {
  await browser.close();
  await office.close();
});

/** A browser with a device that holds passkeys; `verifies`: whether it knows its owner's finger. */
async function withDevice(
  verifies = true,
): Promise<{ readonly page: Page; readonly cdp: CDPSession; readonly device: string }> {
  const { context, faults } = await watched(browser, office.url);
  allFaults.push(faults);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: verifies,
      isUserVerified: verifies,
      automaticPresenceSimulation: true,
    },
  });
  return { page, cdp, device: authenticatorId };
}

async function giveCredentials(page: Page, email: string): Promise<void> {
  await page.goto(`${office.url}/office/sign-in`);
  await page.getByLabel(s.email, { exact: true }).fill(email);
  await page.getByLabel(s.password, { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: s.signIn, exact: true }).click();
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.goto(office.url + HERE);
  await page.getByLabel(t.passkeyName).fill(name);
  await page.locator('#passkeyPassword').fill(PASSWORD);
  await page.getByRole('button', { name: t.passkeyAdd }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.goto(`${office.url}/office/account`);
  await page.locator('form.out button').click();
  await page.waitForURL(/sign-in/u);
}

test('a passkey is added, signs in alone, follows a password, and is removed', async () => {
  const email = await office.person('Jan Klucznik', 'strategist');
  const { page } = await withDevice();
  await giveCredentials(page, email);
  await addPasskey(page, 'Laptop w urzędzie');
  await page.getByRole('heading', { name: t.codesTitle, level: 1 }).waitFor();
  assert.equal(await page.locator('.recovery-codes li').count(), 10);
  await page.goto(office.url + HERE);
  assert.match(await page.locator('.passkeys').innerText(), /Laptop w urzędzie/u);

  await signOut(page);
  await page.getByRole('button', { name: t.withPasskey }).click();
  await page.waitForURL(new RegExp(`/office/${office.city.slug}$`, 'u'));

  await signOut(page);
  await giveCredentials(page, email);
  await page.getByRole('heading', { name: t.stepTitle }).waitFor();
  await page.getByRole('button', { name: t.withPasskey }).click();
  await page.waitForURL(new RegExp(`/office/${office.city.slug}$`, 'u'));

  await page.goto(office.url + HERE);
  await page.getByLabel('Laptop w urzędzie').check();
  await page.locator('#dropPassword').fill(PASSWORD);
  await page.getByRole('button', { name: t.remove }).click();
  await page.getByText(t.passkeysNone).waitFor();
  await signOut(page);
  await page.getByRole('button', { name: t.withPasskey }).click();
  await page.getByRole('heading', { name: t.passkeyWrongTitle }).waitFor();

  const acts = await office.acting.database.selectFrom('audit').select('act').orderBy('number').execute();
  assert.deepEqual(
    acts.map(({ act }) => act).filter((act) => /passkey|sign-in/u.test(act)),
    ['sign-in', 'add-passkey', 'sign-in', 'sign-in', 'remove-passkey'],
  );
});

test('a device that does not ask who holds it is not taken', async () => {
  const email = await office.person('Anna Bezpinu', 'viewer');
  const { page } = await withDevice(false);
  await giveCredentials(page, email);
  await addPasskey(page, 'Klucz bez PIN-u');
  await page.getByText(t.passkeyFailed).waitFor();
  assert.equal((await office.acting.database.selectFrom('passkey').select('id').execute()).length, 0);
});

test('nor when the page was made not to ask for it', async () => {
  const email = await office.person('Adam Podmiana', 'viewer');
  const { page } = await withDevice(false);
  await giveCredentials(page, email);
  await page.route(`**${HERE}`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text())
      .replaceAll(
        '&quot;userVerification&quot;:&quot;required&quot;',
        '&quot;userVerification&quot;:&quot;discouraged&quot;',
      )
      .replaceAll(
        '&quot;residentKey&quot;:&quot;required&quot;',
        '&quot;residentKey&quot;:&quot;discouraged&quot;',
      )
      .replaceAll('&quot;requireResidentKey&quot;:true', '&quot;requireResidentKey&quot;:false');
    await route.fulfill({ response, body });
  });
  const answered = page.waitForResponse(/account\/passkey/u);
  await addPasskey(page, 'Klucz bez PIN-u');
  assert.equal((await answered).status(), 403);
  assert.equal((await office.acting.database.selectFrom('passkey').select('id').execute()).length, 0);
});

test('an answer to an old question is not taken', async () => {
  const email = await office.person('Ewa Powtórka', 'viewer');
  const { page } = await withDevice();
  await giveCredentials(page, email);
  await addPasskey(page, 'Telefon');
  await page.getByRole('heading', { name: t.codesTitle, level: 1 }).waitFor();
  await signOut(page);
  const sent = page.waitForRequest(
    (request) => /office\/passkey/u.test(request.url()) && (request.postData() ?? '').includes('signature'),
  );
  await page.getByRole('button', { name: t.withPasskey }).click();
  const body = (await sent).postData()!;
  await page.waitForURL(new RegExp(`/office/${office.city.slug}$`, 'u'));
  await signOut(page);
  const again = await page.request.post(`${office.url}/office/passkey`, {
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    data: body,
    maxRedirects: 0,
  });
  assert.equal(again.status(), 403);
});

test('without a script there is no button for passkeys, and the password works', async () => {
  const email = await office.person('Iga Bezskryptu', 'viewer');
  const { context, faults } = await watched(browser, office.url, { javaScriptEnabled: false });
  allFaults.push(faults);
  const page = await context.newPage();
  await page.goto(`${office.url}/office/sign-in`);
  assert.equal(await page.getByRole('button', { name: t.withPasskey }).count(), 0);
  await giveCredentials(page, email);
  await page.goto(office.url + HERE);
  await page.getByText(t.passkeysScript).waitFor();
  assert.equal(await page.getByRole('button', { name: t.passkeyAdd }).count(), 0);
});

test('no page had a fault', () => {
  const expected = /403 \(Forbidden\)/u;
  assert.deepEqual(
    allFaults.flat().filter((fault) => !expected.test(fault)),
    [],
  );
});
