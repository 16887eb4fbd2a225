// Opens pages of the built site in a real Chromium, from a server on this machine: nothing is asked of another one, no script
// complains, axe objects to nothing, in light and dark and at three widths; and the search finds a page.
//
//   node site_test.mjs MODULES SITE [PICTURES]
//
// MODULES has the node_modules of grader/page/browser/package.json; PICTURES gets a screenshot of each way to see them.
import { strict as assert } from "node:assert";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { objectionsTo, startBrowser } from "../../grader/page/browser/browser.mjs";

const [modules, site, pictures] = process.argv.slice(2).map((path) => resolve(path));
const kTypes = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
  ".svg": "image/svg+xml", ".png": "image/png" };
const waysToSee = [
  { name: "wide", colorScheme: "light", width: 1280, height: 900 },
  { name: "wide-dark", colorScheme: "dark", width: 1280, height: 900 },
  { name: "tablet", colorScheme: "light", width: 800, height: 900 },
  { name: "phone-dark", colorScheme: "dark", width: 400, height: 800 },
];
// A page of each make: pictures and code, a handout, a source file, a large table and a picture of the build.
const tried = ["", "labs/01-primes/", "labs/01-primes/primes.h/", "docs/architecture/"];

const server = createServer((request, response) => {
  let file = join(site, decodeURIComponent(new URL(request.url, "http://site").pathname));
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
  if (!existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": kTypes[extname(file)] ?? "text/plain" }).end(readFileSync(file));
});
await new Promise((listens) => server.listen(0, "127.0.0.1", listens));
const base = `http://127.0.0.1:${server.address().port}/`;
const { context, axeSource, close } = await startBrowser(modules);

async function open() {
  const page = await context.newPage();
  const troubles = [];
  await page.addInitScript(() => localStorage.clear());  // else it keeps the colours of the first visit
  page.on("console", (message) => troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(String(error)));
  await page.route((url) => !url.href.startsWith(base), (route) => {
    troubles.push("asks for " + route.request().url());
    return route.abort();
  });
  return { page, troubles };
}

async function isFitToBeSeen({ page, troubles }, path, { name, colorScheme, width, height }) {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height });
  await page.goto(base + path);
  await page.addScriptTag({ path: axeSource });
  assert.equal(await page.getAttribute("body", "data-md-color-scheme"), colorScheme === "dark" ? "slate" : "default");
  assert.deepEqual(await objectionsTo(page), [], `${path}, ${name}`);
  const unseen = await page.$$eval("article img", (all) => all.filter((one) => !one.naturalWidth).map((one) => one.src));
  assert.deepEqual(unseen, [], `${path}: pictures that are not shown`);
  assert.deepEqual(troubles, [], `${path}, ${name}`);
  if (pictures) await page.screenshot({ path: join(pictures, `${path.replaceAll("/", "_") || "start"}-${name}.png`) });
}

async function findsByWords({ page, troubles }) {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(base);
  await page.click(".md-search__input");
  await page.fill(".md-search__input", "wait-for graph");
  await page.waitForSelector(".md-search-result__link");
  const found = await page.$$eval(".md-search-result__link", (all) => all.map((one) => one.getAttribute("href")));
  assert(found.some((link) => link.includes("labs/05-deadlock/")), `finds ${found}`);
  assert.deepEqual(troubles, [], "while searching");
}

try {
  const opened = await open();
  for (const way of waysToSee) for (const path of tried) await isFitToBeSeen(opened, path, way);
  await findsByWords(opened);
  console.log(`${tried.length} pages are fit to be seen in ${waysToSee.length} ways, and the search finds a page.`);
} finally {
  await close();
  server.close();
}
