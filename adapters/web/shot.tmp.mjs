import { chromium } from '@playwright/test';
const [,, ...jobs] = process.argv; // name:path:width:theme:lang[:js]
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
for (const job of jobs) {
  const [name, path, width, theme, lang, action] = job.split('~');
  const context = await browser.newContext({ viewport: { width: Number(width), height: 900 } });
  await context.addInitScript(([t,l]) => { localStorage.setItem('redress.preferences', JSON.stringify({ theme: t, language: l, languageChosen: true })); }, [theme, lang]);
  const page = await context.newPage();
  page.on('console', m => { if (m.type()==='error'||m.type()==='warning') console.log(name, m.text().slice(0,300)); });
  page.on('pageerror', e => console.log(name, 'PAGEERROR', String(e).slice(0,400)));
  await page.goto('http://127.0.0.1:18300' + path);
  await page.waitForSelector('h1', { timeout: 20000 }).catch(() => console.log(name,'no h1'));
  await page.waitForTimeout(900);
  if (action) { const f = new (Object.getPrototypeOf(async function(){}).constructor)('page', action); await f(page).catch(e=>console.log(name,'ACTION',String(e).slice(0,300))); await page.waitForTimeout(700); }
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) console.log(name, 'overflows by', over);
  await page.screenshot({ path: `/tmp/w/shots/${name}.png`, fullPage: name.startsWith('full') });
  await context.close();
}
await browser.close();
