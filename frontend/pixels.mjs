// Compares two screenshots; prints their sizes and how many pixels a person would see differ, and draws where.
import { readFile, writeFile } from "node:fs/promises";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

const [one, other, drawing] = process.argv.slice(2);
const [a, b] = await Promise.all([one, other].map(async (path) => PNG.sync.read(await readFile(path))));
const sizes = [a, b].map(({ width, height }) => [width, height]);
// Of pages of two heights what both have is compared: it shows where they part.
const width = Math.min(a.width, b.width);
const height = Math.min(a.height, b.height);
const [left, right] = [a, b].map((image) => {
  const part = new PNG({ width, height });
  PNG.bitblt(image, part, 0, 0, width, height, 0, 0);
  return part.data;
});
const seen = new PNG({ width, height });
const differ = pixelmatch(left, right, seen.data, width, height);
if (differ > 0) await writeFile(drawing, PNG.sync.write(seen));
process.stdout.write(JSON.stringify({ sizes, differ, of: width * height }));
