// The parser imports JSON as older versions of node let it: says of such files that they are JSON.
export async function load(url, context, next) {
  const json = { type: "json" };
  return next(url, url.endsWith(".json") ? { ...context, importAttributes: json, importAssertions: json } : context);
}
