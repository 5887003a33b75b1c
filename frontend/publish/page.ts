// One page: which files it loads, and how it is written so that it loads few.
import { createHash } from "node:crypto";
import { dirname, join, relative } from "node:path";
import * as cheerio from "cheerio";
import type { Element } from "domhandler";
import { minify } from "html-minifier-terser";
import type { Head } from "./installable.ts";
import { isNeeded } from "./scripts.ts";

/** What a page loads, as paths within the site. */
export interface Loads {
  readonly sheets: readonly string[];
  /** Of the theme and of Sphinx: to be joined. */
  readonly theirs: readonly string[];
  /** Ours, in order: each page has other ones, and the browser keeps them one by one. */
  readonly ours: readonly string[];
}

/** Where joined files stand. */
export interface Joins {
  readonly sheets: readonly string[];
  readonly scripts: readonly string[];
  /** Of explorers: fetched when a reader comes near. */
  readonly late: readonly { readonly lab: string; readonly path: string }[];
}

/** Longer values are prose or drawings, which no sheet selects by. */
const LONG = 200;

/** Attributes with words for readers: those that are names too ("alert", "card") would keep rules that nothing uses. */
const PROSE = new Set(["aria-label", "alt", "title", "content", "placeholder", "data-label", "value"]);

export type Html = cheerio.CheerioAPI;

/** Inline scripts that serve files this page doesn't load, or options that their files already have. */
const IDLE =
  /^\s*(let toggle(HintShow|HintHide|OpenOnPrint)|DOCUMENTATION_OPTIONS\.(pagename|search_as_you_type))\b/;

/** Parses a page. */
export function parsed(text: string): Html {
  return cheerio.load(text);
}

/** Every name by which a sheet could mean something in a page: elements, classes, ids, attributes and their values. */
export function namesOf($: Html): Set<string> {
  const names = new Set<string>();
  for (const element of $<Element, string>("*").toArray()) {
    names.add(element.name);
    for (const [name, value] of Object.entries(element.attribs)) {
      names.add(name);
      if (value.length < LONG && !PROSE.has(name)) for (const part of value.split(/\s+/)) names.add(part);
    }
  }
  return names;
}

/** Reads which of the site's files a page needs. */
export function loads(path: string, $: Html): Loads {
  const within = (address: string) => join(dirname(path), address.replace(/[?#].*$/, ""));
  const has = (selector: string) => $(selector).length > 0;
  const sheets = $('link[rel="stylesheet"]')
    .toArray()
    .map((link) => within($(link).attr("href") ?? ""))
    .filter((file) => isNeeded(file, has));
  const scripts = $("script[src]")
    .toArray()
    .map((script) => within($(script).attr("src") ?? ""))
    .filter((file) => isNeeded(file, has));
  const isOwn = (file: string) => file.startsWith("_static/redflags/");
  return { sheets, theirs: scripts.filter((file) => !isOwn(file)), ours: scripts.filter(isOwn) };
}

/** Writes a page that loads the joined files. */
export async function written(
  path: string,
  $: Html,
  joins: Joins,
  says: Head | null,
  first: string,
): Promise<string> {
  const seen = (file: string) => relative(dirname(path), file);
  $('link[rel="stylesheet"], script[src]').remove();
  for (const script of $("script:not([src])").toArray()) if (IDLE.test($(script).text())) $(script).remove();
  for (const element of $<Element, string>("*").toArray()) withoutHandlers(path, $, element);
  $("meta[name=viewport]").slice(1).remove();
  $('meta[name^="docsearch:"]').remove();
  const head = $("head");
  // After the theme's own, which reads what the reader has chosen.
  head.append(`<script>${first}</script>`);
  if (says !== null) {
    head.append(`<link rel="manifest" href="${seen(says.manifest)}">`);
    head.append(`<link rel="apple-touch-icon" href="${seen(says.touchIcon)}">`);
    for (const theme of ["light", "dark"] as const)
      head.append(
        `<meta name="theme-color" media="(prefers-color-scheme: ${theme})" content="${says.colours[theme]}">`,
      );
  }
  for (const sheet of joins.sheets) head.append(`<link rel="stylesheet" href="${seen(sheet)}">`);
  saidOnce($);
  for (const script of joins.late) $(`[data-lab="${script.lab}"]`).attr("data-script", seen(script.path));
  for (const script of joins.scripts) head.append(`<script defer src="${seen(script)}"></script>`);
  const small = await minify($.html(), {
    collapseWhitespace: true,
    // Never to nothing: a space between words in two elements is one.
    conservativeCollapse: true,
    removeComments: true,
  });
  // Of the scripts as they are now: a hash holds for one spelling.
  const inline = [...small.matchAll(/<script(?![^>]*(?:src=|json))[^>]*>(.*?)<\/script>/gs)];
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(inline.map(([, text]) => text ?? ""))}">`;
  return small.replace(/<meta charset="utf-8"\s*\/?>/, (charset) => `${charset}${meta}`);
}

/** Takes out of a player's data what the register says of entries that the page cites itself: their popovers say it. */
function saidOnce($: Html): void {
  const onPage = new Set(
    $('[id^="ev-"]')
      .toArray()
      .map((card) => $(card).attr("id")),
  );
  for (const script of $(".rf-quiz, .rf-case, .rf-lab")
    .children('script[type="application/json"]')
    .toArray()) {
    const data = JSON.parse($(script).text()) as { evidence?: Record<string, unknown> };
    for (const entry of Object.keys(data.evidence ?? {}))
      if (onPage.has(`ev-${entry}`)) delete data.evidence?.[entry];
    $(script).text(JSON.stringify(data).replaceAll("<", "\\u003c"));
  }
}

/** Moves the theme's handler into a mark that `theme.ts` reads; the policy would stop any other unseen. */
function withoutHandlers(path: string, $: Html, element: Element): void {
  for (const [name, value] of Object.entries(element.attribs)) {
    if (!name.startsWith("on")) continue;
    if (value !== "toggleFullScreen()")
      throw new Error(
        `${path}: <${element.name} ${name}="${value}"> can't run under the page's policy: use a script`,
      );
    $(element).removeAttr(name).attr("data-full-screen", "");
  }
}

/**
 * What a page may load and run: the site's own files, and those inline scripts that are in it now.
 *
 * Styles may be inline: drawings and charts have attributes of theirs, and a style can't run anything.
 */
function policy(inline: readonly string[]): string {
  const hashes = inline.map((text) => ` 'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  return [
    "default-src 'self'",
    `script-src 'self'${hashes.join("")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");
}
