// A drawing's markup to an element of the page.
//
// An <img> with the drawing as its data would be the tightest box, but its colours couldn't follow the page's theme.
// So it is parsed as XML, where nothing runs, and enters the page only if it holds nothing but shapes and text: the
// build refuses anything else, and a notebook may have been made by another's build.

const SVG = "http://www.w3.org/2000/svg";
const ALLOWED = new Set(
  "svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan pattern marker clipPath mask linearGradient radialGradient stop".split(
    " ",
  ),
);

/** The drawing with its ids made unique by a prefix; null where it is more than a drawing. */
export function drawn(markup: string, prefix: string): SVGElement | null {
  const unique = markup.replace(/(\sid=["']|url\(#|href=["']#)/g, `$1${prefix}-`);
  const root = new DOMParser().parseFromString(unique, "image/svg+xml").documentElement;
  const all = [root, ...root.querySelectorAll("*")];
  if (!all.every(isPlain)) return null;
  root.setAttribute("aria-hidden", "true");
  return document.importNode(root, true) as unknown as SVGElement;
}

function isPlain({ namespaceURI, localName, attributes }: Element): boolean {
  return namespaceURI === SVG && ALLOWED.has(localName) && ![...attributes].some(reachesOut);
}

function reachesOut({ localName, value }: Attr): boolean {
  const name = localName.toLowerCase();
  return (
    name.startsWith("on") ||
    name === "style" ||
    name === "src" ||
    (name === "href" && !value.startsWith("#")) ||
    /url\(\s*["']?(?!#)/i.test(value)
  );
}
