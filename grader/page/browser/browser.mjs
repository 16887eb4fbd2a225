// A real Chromium for tests of pages: never the network, and axe at hand.
import { createRequire } from "node:module";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// A busy machine is no reason to fail.
const kTimeoutMs = 300_000;
const kNoBrowser = 77;

/// Starts the browser, or ends this process with status 77 where that does not work. `modules` has the node_modules of
/// package.json. Gives the browser's context, the file of axe's script, and close, which leaves nothing behind.
export async function startBrowser(modules) {
  const required = createRequire(join(modules, "package.json"));
  const { chromium } = required("playwright-core");
  const browsers = ["chromium", "chromium-browser", "google-chrome"].flatMap((name) =>
    process.env.PATH.split(":").map((folder) => join(folder, name)));
  const profile = mkdtempSync(join(tmpdir(), "lockstep-browser-"));
  const removeProfile = () => rmSync(profile, { recursive: true, force: true });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browsers.find((path) => existsSync(path)),
    headless: true,
    timeout: kTimeoutMs,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  }).catch((error) => {
    // What the test is about has not begun.
    removeProfile();
    console.log(String(error).split("\n")[0]);
    process.exit(kNoBrowser);
  });
  context.setDefaultTimeout(kTimeoutMs);
  const close = async () => { await context.close(); removeProfile(); };
  return { context, axeSource: required.resolve("axe-core/axe.min.js"), close };
}

/// What axe objects to in a page that has its script, and whether the page is wider than its window; both have to be empty.
export async function objectionsTo(page) {
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const objections = found.violations.map((one) => `${one.id}: ${one.nodes[0].html} ${one.nodes[0].failureSummary}`);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return sideways > 0 ? [...objections, `${sideways} px wider than the window`] : objections;
}
