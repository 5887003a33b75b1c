// Builds what the package ships (src/redflags/static/) and the commands that the tests use (_build/).
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const STATIC = here("../src/redflags/static/");

const shared = {
  bundle: true,
  minify: true,
  legalComments: "none",
  jsx: "automatic",
  jsxImportSource: "preact",
  logLevel: "warning",
  // Anything esbuild has to say is a fault of ours.
  logOverride: { "unsupported-css-property": "error" },
};

/**
 * Every colour token's light value by name, for charts made in Python.
 *
 * They map values back to names, so `on-tissue`, which has the ink's light value and no dark one, stays out.
 */
async function lightColours() {
  const css = await readFile(here("src/styles/tokens.css"), "utf8");
  const pairs = css.matchAll(/--rf-([a-z-]+): (?:light-dark\()?(#[0-9a-f]{6})/g);
  return Object.fromEntries(
    [...pairs].map(([, name, value]) => [name, value]).filter(([name]) => name !== "on-tissue"),
  );
}

/** A script of the package. */
function script(name, format) {
  return build({
    ...shared,
    entryPoints: [here(`src/${name}.ts`)],
    outfile: `${STATIC}${name}.js`,
    format,
    target: "es2022",
  });
}

/** Code that stands in no file, as if it stood in the folder of the explorers. */
const within = (contents, loader) => ({ stdin: { contents, loader, resolveDir: here("src/labs") } });

/** The explorers: every folder of src/labs with a `render.tsx`. */
async function labNames() {
  const files = await readdir(here("src/labs"), { recursive: true });
  return files.flatMap((file) => file.match(/^([a-z0-9-]+)\/render\.tsx$/)?.[1] ?? []).sort();
}

/** An explorer's two scripts: `lab-NAME.js` for pages, `lab-NAME-widget.js` for notebooks. */
function labScripts(name) {
  const page = `import { mountLab } from "../page/labs.ts"; import { render } from "./${name}/render.tsx"; mountLab("${name}", render);`;
  const widget = `import { render } from "./${name}/render.tsx"; export default { render };`;
  return [
    build({
      ...shared,
      ...within(page, "ts"),
      outfile: `${STATIC}lab-${name}.js`,
      format: "iife",
      target: "es2022",
    }),
    build({
      ...shared,
      ...within(widget, "ts"),
      outfile: `${STATIC}lab-${name}-widget.js`,
      format: "esm",
      target: "es2022",
    }),
  ];
}

/** The explorers' styles: the frame's and each folder's `style.css`, for pages alone and with the players' for notebooks. */
async function labStyles(names) {
  const files = await readdir(here("src/labs"), { recursive: true });
  const own = names.map((name) => `${name}/style.css`).filter((file) => files.includes(file));
  const all = [
    "../styles/labs/frame.css",
    "../styles/labs/parts.css",
    "../styles/labs/scan.css",
    ...own.map((file) => `./${file}`),
  ];
  const sheet = (sheets) => within(sheets.map((file) => `@import "${file}";`).join("\n"), "css");
  return [
    build({ ...shared, ...sheet(all), outfile: `${STATIC}labs.css` }),
    build({ ...shared, ...sheet(["../styles/players.css", ...all]), outfile: `${STATIC}lab-widget.css` }),
  ];
}

await mkdir(STATIC, { recursive: true });
const labs = await labNames();
const results = await Promise.all([
  // Classic scripts, since a module script does not run from file://.
  ...["page", "claims", "case", "register", "progress"].map((name) => script(name, "iife")),
  ...["widget", "case-widget", "answer-widget", "deno-host"].map((name) => script(name, "esm")),
  ...["players", "case", "case-widget", "page", "progress"].map((name) =>
    build({ ...shared, entryPoints: [here(`src/styles/${name}.css`)], outfile: `${STATIC}${name}.css` }),
  ),
  build({ ...shared, entryPoints: [here("src/styles/paper.css")], outfile: `${STATIC}paper/paper.css` }),
  ...labs.flatMap(labScripts),
  ...(await labStyles(labs)),
  ...["mark-cli", "simulate-cli"].map((command) =>
    build({
      ...shared,
      entryPoints: [here(`src/${command}.ts`)],
      outfile: here(`../_build/${command}.mjs`),
      format: "esm",
      platform: "node",
      target: "node24",
      minify: false,
    }),
  ),
]);
if (results.some(({ warnings }) => warnings.length > 0)) process.exit(1);
await writeFile(`${STATIC}tokens.json`, JSON.stringify(await lightColours()));
for (const bundle of ["basic", "gl3d"]) {
  const file = `plotly-${bundle}.min.js`;
  await copyFile(here(`node_modules/plotly.js-${bundle}-dist-min/${file}`), `${STATIC}${file}`);
}
