// Opens sample pages in a real Chromium, from files and without a network: goes through an interleaving with the
// keyboard, and lets axe judge the page in light and dark and at a phone's width.
//
//   node page_test.mjs MODULES PAGES [PICTURES]
//
// MODULES has the node_modules of package.json, PAGES the pages; PICTURES gets a screenshot of each way to see them.
import { strict as assert } from "node:assert";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { objectionsTo, startBrowser } from "./browser.mjs";

const [modules, pages, pictures] = process.argv.slice(2).map((path) => resolve(path));
const { context, axeSource, close } = await startBrowser(modules);
await context.setOffline(true);

const waysToSee = [
  { name: "light", colorScheme: "light", width: 1000, height: 900 },
  { name: "dark", colorScheme: "dark", width: 1000, height: 900 },
  { name: "phone", colorScheme: "light", width: 360, height: 740 },
  { name: "phone-dark", colorScheme: "dark", width: 360, height: 740 },
];

async function open(file) {
  const page = await context.newPage();
  const troubles = [];
  const address = pathToFileURL(join(pages, file)).href;
  page.on("console", (message) => troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("request", (request) => request.url() === address || troubles.push("asks for " + request.url()));
  page.on("dialog", (dialog) => { troubles.push("a dialog: " + dialog.message()); dialog.dismiss(); });
  await page.goto(address);
  return { page, troubles };
}

const current = (page) => page.$$eval("[aria-current]", (rows) => rows.map((row) => row.querySelector("th").textContent));
const told = (page) => page.textContent(".now");

async function isSteppedThrough() {
  const { page, troubles } = await open("found-by-the-explorer.html");
  const rows = await page.$$eval("tr.step", (all) => all.map((row) => row.querySelector("th").textContent));
  assert(rows.length >= 3);
  assert.deepEqual(await current(page), [], "no step is current before a key is pressed");
  const expect = async (key, row) => {
    await page.keyboard.press(key);
    assert.deepEqual(await current(page), [rows.at(row)], `after ${key}`);
    assert.equal(await told(page), await page.$eval("[aria-current]", (one) => one.dataset.say), `after ${key}`);
  };
  // Letters work at once; arrows, Home and End where the diagram has the focus.
  await expect("j", 0);
  await expect("j", 1);
  await expect("k", 0);
  await expect("ArrowDown", 0);
  await page.focus(".scroll");
  await expect("ArrowDown", 1);
  await expect("ArrowRight", 2);
  await expect("ArrowUp", 1);
  await expect("End", -1);
  await expect("j", -1);
  await expect("Home", 0);
  await expect("k", 0);
  await page.click("button[data-go=next]");
  assert.deepEqual(await current(page), [rows[1]]);
  await page.click(`tr.step:nth-of-type(1)`);
  assert.deepEqual(await current(page), [rows[0]]);
  assert.equal(await page.getAttribute(".now", "aria-live"), "polite");
  assert.deepEqual(troubles, []);
  await page.close();
}

async function readsWithoutItsScript() {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setScriptExecutionDisabled", { value: true });
  await page.goto(pathToFileURL(join(pages, "found-by-the-explorer.html")).href);
  const { root } = await session.send("DOM.getDocument", { depth: -1 });
  const query = async (selector) => (await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector })).nodeIds;
  assert((await query("tr.step")).length >= 3);
  assert.equal((await query(".stepping[hidden]")).length, (await query(".stepping")).length, "no button that does nothing");
  await page.close();
}

/// Whatever the way to see it: nothing that axe objects to, no scrolling sideways, no trouble.
async function isFitToBeSeen(file) {
  const { page, troubles } = await open(file);
  await page.addScriptTag({ path: axeSource });
  for (const { name, colorScheme, width, height } of waysToSee) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    await page.keyboard.press("j");
    assert.deepEqual(await objectionsTo(page), [], `${file}, ${name}`);
    if (pictures) await page.screenshot({ path: join(pictures, `${file.replace(".html", "")}-${name}.png`), fullPage: true });
  }
  assert.deepEqual(troubles, [], file);
  await page.close();
}

try {
  await isSteppedThrough();
  await readsWithoutItsScript();
  const files = readdirSync(pages).filter((name) => name.endsWith(".html"));
  assert(files.includes("hostile-texts.html"));
  for (const file of files) await isFitToBeSeen(file);
  console.log(`${files.length} pages are fit to be seen in ${waysToSee.length} ways.`);
} finally {
  await close();
}
